/* The contract between layout (cairo, pango) and finish (qpdf): pages as PDF bytes, what cairo could
 * not say about their structure, and the places for signatures. Plain values; whoever made them owns
 * them and everything in them. */

#include "record/eup-pages.h"

/**
 * eup_tag_new:
 * @name: the structure type
 *
 * Returns: (transfer full): a tag that says no more than its name; the fields may be filled in
 */
EupTag *
eup_tag_new (const char *name)
{
  EupTag *tag = g_new0 (EupTag, 1);

  tag->name = g_strdup (name);
  return tag;
}

void
eup_tag_free (EupTag *tag)
{
  g_free (tag->name);
  g_free (tag->alt);
  g_free (tag->lang);
  g_free (tag->scope);
  g_free (tag->list_numbering);
  g_free (tag);
}

/**
 * eup_slot_new:
 * @name: whose slot it is, unique in the document
 * @label: what a screen reader says about it
 * @page: number of the page, from 0
 * @x: @y: @width: @height: the place in points, from the top left corner of the page
 *
 * Returns: (transfer full): an empty place for a signature, at the end of the reading order
 */
EupSlot *
eup_slot_new (
    const char *name, const char *label, guint page, double x, double y, double width, double height)
{
  EupSlot *slot = g_new0 (EupSlot, 1);

  slot->name = g_strdup (name);
  slot->label = g_strdup (label);
  slot->page = page;
  slot->x = x;
  slot->y = y;
  slot->width = width;
  slot->height = height;
  slot->tag = EUP_SLOT_IN_DOCUMENT;
  return slot;
}

void
eup_slot_free (EupSlot *slot)
{
  g_free (slot->name);
  g_free (slot->label);
  g_free (slot);
}

/**
 * eup_pages_new:
 * @pdf: (transfer none) (nullable): what cairo wrote; may be set later
 *
 * Returns: (transfer full): pages without tags and slots
 */
EupPages *
eup_pages_new (GBytes *pdf)
{
  EupPages *self = g_new0 (EupPages, 1);

  self->pdf = pdf ? g_bytes_ref (pdf) : NULL;
  self->tags = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_tag_free);
  self->slots = g_ptr_array_new_with_free_func ((GDestroyNotify) eup_slot_free);
  return self;
}

/**
 * eup_pages_add_tag:
 * @name: the structure type
 *
 * Call it beside each cairo_tag_begin() that begins a structure element.
 *
 * Returns: (transfer none): the new last tag, for filling in what cairo can't say
 */
EupTag *
eup_pages_add_tag (EupPages *self, const char *name)
{
  EupTag *tag = eup_tag_new (name);

  g_ptr_array_add (self->tags, tag);
  return tag;
}

/**
 * eup_pages_add_slot:
 * @slot: (transfer full): a place for a signature
 *
 * Returns: (transfer none): @slot
 */
EupSlot *
eup_pages_add_slot (EupPages *self, EupSlot *slot)
{
  g_ptr_array_add (self->slots, slot);
  return slot;
}

void
eup_pages_free (EupPages *self)
{
  g_clear_pointer (&self->pdf, g_bytes_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->slots, g_ptr_array_unref);
  g_free (self);
}

EupDocumentInfo *
eup_document_info_new (void)
{
  return g_new0 (EupDocumentInfo, 1);
}

void
eup_document_info_free (EupDocumentInfo *self)
{
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->language);
  g_free (self->second_language);
  g_free (self->document_id);
  g_free (self->twin_digest);
  g_free (self->method);
  g_free (self->created);
  g_free (self->amends);
  g_free (self->amends_digest);
  g_clear_pointer (&self->twin, g_bytes_unref);
  g_free (self);
}
