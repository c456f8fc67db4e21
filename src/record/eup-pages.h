#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * EupTag:
 * @name: the structure type, such as "H1", "TH", "Figure"
 * @alt: (nullable): what a screen reader says instead of the picture
 * @lang: (nullable): language of this element where it is not the document's, such as "zh-CN"
 * @scope: (nullable): of a TH: "Row", "Column" or "Both"
 * @list_numbering: (nullable): of an L: "None", "Disc", "Decimal" …
 * @column_span: of a TH or TD: how many columns it covers; 0 and 1 mean one
 *
 * What cairo can't say about one structure element. Artifacts, destinations and CONTENT tags are no
 * structure elements and are not listed.
 */
typedef struct
{
  char *name;
  char *alt;
  char *lang;
  char *scope;
  char *list_numbering;
  guint column_span;
} EupTag;

/**
 * EupSlot:
 * @page: number of the page, from 0
 * @x: @y: @width: @height: the place in points, from the top left corner of the page
 * @label: what the field is for, said to a screen reader: "Signature of Ana Lind, unit manager"
 * @name: whose slot it is, unique in the document and never shown: "decision-maker"
 * @tag: index in #EupPages.tags of the element that holds the field in reading order (a Sect or Div);
 *   EUP_SLOT_IN_DOCUMENT puts it at the end of the document
 *
 * An empty place for one certificate signature.
 */
typedef struct
{
  guint page;
  double x, y, width, height;
  char *label;
  char *name;
  guint tag;
} EupSlot;

#define EUP_SLOT_IN_DOCUMENT G_MAXUINT

/**
 * EupPages:
 * @pdf: what cairo wrote, as it is
 * @tags: (element-type EupTag): one for each structure element in the order of cairo_tag_begin(),
 *   which is depth first
 * @slots: (element-type EupSlot): in the order in which they are signed
 *
 * What layout hands to finish.
 */
typedef struct
{
  GBytes *pdf;
  GPtrArray *tags;
  GPtrArray *slots;
} EupPages;

/**
 * EupDocumentInfo:
 * @title: @author: @subject: of the document; the author is the authority
 * @language: "sv", "en" or "zh-CN"
 * @second_language: (nullable): of a document that says everything in two
 * @document_id: the record's own number, printed on each page
 * @twin_digest: SHA-256 of the JSON twin, 64 lower-case hexadecimal digits
 * @method: id and version of the method
 * @created: when the record was made, ISO 8601 with offset
 * @amends: (nullable): of an amendment: the number of the document before it
 * @amends_digest: (nullable): SHA-256 of that document's PDF as it stood then
 * @only_unicode: whether it promises PDF/A-2u rather than PDF/A-2a; it is tagged all the same
 * @twin: (nullable): the twin whose digest that is, to stand inside; the document then promises PDF/A-3
 */
typedef struct
{
  char *title;
  char *author;
  char *subject;
  char *language;
  char *second_language;
  char *document_id;
  char *twin_digest;
  char *method;
  char *created;
  char *amends;
  char *amends_digest;
  gboolean only_unicode;
  GBytes *twin;
} EupDocumentInfo;

EupTag *eup_tag_new (const char *name);
void eup_tag_free (EupTag *tag);

EupSlot *eup_slot_new (
    const char *name, const char *label, guint page, double x, double y, double width, double height);
void eup_slot_free (EupSlot *slot);

EupPages *eup_pages_new (GBytes *pdf);
EupTag *eup_pages_add_tag (EupPages *self, const char *name);
EupSlot *eup_pages_add_slot (EupPages *self, EupSlot *slot);
void eup_pages_free (EupPages *self);

EupDocumentInfo *eup_document_info_new (void);
void eup_document_info_free (EupDocumentInfo *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupTag, eup_tag_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupSlot, eup_slot_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupPages, eup_pages_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupDocumentInfo, eup_document_info_free)

G_END_DECLS
