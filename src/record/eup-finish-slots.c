/* Empty places for signatures, made before anyone signs: signing then fills a place and moves nothing,
 * which is why the file still follows PDF/A and PDF/UA after each signature. */

#include "record/eup-finish-private.h"

#include "record/eup-outlines.h"
#include "record/eup-words.h"

#include <string.h>

#define N_SPARE 2

/* Printed and locked: nobody may move or remove the field. */
#define FIELD_FLAGS (4 | 128)

typedef struct
{
  EupQpdf q;
  qpdf_oh fields;
  qpdf_oh parents; /* /Nums of the parent tree */
  long long next_parent;
  EupTypeface *typeface;
  const char *language; /* of the record's words */
  const char *second;   /* below it, or NULL */
} Form;

static gboolean
fail (GError **error, const char *name, const char *reason)
{
  g_set_error (error, EUP_FINISH_ERROR, EUP_FINISH_ERROR_STRUCTURE,
               "The place “%s” for a signature can't be made: %s.", name ? name : "", reason);
  return FALSE;
}

static gboolean
name_is_good (const char *name)
{
  if (name == NULL || name[0] == '\0')
    return FALSE;
  for (const char *c = name; *c; c++)
    if (!g_ascii_isalnum (*c) && *c != '-')
      return FALSE;
  return TRUE;
}

/* What stands in the place until someone signs; nothing where there is no room. */
static qpdf_oh
make_appearance (Form *form, double width, double height)
{
  EupQpdf q = form->q;
  const EupOutlineLine lines[] = {
    { eup_words ("slot-empty", form->language), EUP_STYLE_SMALL },
    { form->second ? eup_words ("slot-empty", form->second) : NULL, EUP_STYLE_SECOND_SMALL },
  };
  g_autofree char *operators =
      width > 0 ? eup_outlines_draw (form->typeface, lines, form->second ? 2 : 1, width, height)
                : g_strdup ("");
  qpdf_oh stream = eup_qpdf_add_stream (q, operators, strlen (operators));
  qpdf_oh dict = qpdf_oh_get_dict (q, stream);
  qpdf_oh appearance = qpdf_oh_new_dictionary (q);

  eup_qpdf_put_name (q, dict, "/Type", "XObject");
  eup_qpdf_put_name (q, dict, "/Subtype", "Form");
  eup_qpdf_put_rectangle (q, dict, "/BBox", 0, 0, width, height);
  qpdf_oh_replace_key (q, dict, "/Resources", qpdf_oh_new_dictionary (q));
  qpdf_oh_replace_key (q, appearance, "/N", stream);
  return appearance;
}

static qpdf_oh
make_widget (Form *form, const EupSlot *slot, qpdf_oh page)
{
  EupQpdf q = form->q;
  qpdf_oh widget = qpdf_make_indirect_object (q, qpdf_oh_new_dictionary (q));
  qpdf_oh box = qpdf_oh_get_key (q, page, "/MediaBox");
  double top = eup_qpdf_get_number (q, qpdf_oh_get_array_item (q, box, 3)) - slot->y;

  eup_qpdf_put_name (q, widget, "/Type", "Annot");
  eup_qpdf_put_name (q, widget, "/Subtype", "Widget");
  eup_qpdf_put_name (q, widget, "/FT", "Sig");
  qpdf_oh_replace_key (q, widget, "/T", qpdf_oh_new_string (q, slot->name));
  eup_qpdf_put_text (q, widget, "/TU", slot->label);
  eup_qpdf_put_integer (q, widget, "/F", FIELD_FLAGS);
  qpdf_oh_replace_key (q, widget, "/P", page);
  if (slot->width > 0)
    eup_qpdf_put_rectangle (q, widget, "/Rect", slot->x, top - slot->height, slot->x + slot->width, top);
  else
    eup_qpdf_put_rectangle (q, widget, "/Rect", 0, 0, 0, 0);
  qpdf_oh_replace_key (q, widget, "/AP", make_appearance (form, slot->width, slot->height));
  return widget;
}

/* The structure element that lets a screen reader find the field. */
static void
add_element (Form *form, qpdf_oh widget, qpdf_oh page, qpdf_oh parent, const char *label)
{
  EupQpdf q = form->q;
  qpdf_oh element = qpdf_make_indirect_object (q, qpdf_oh_new_dictionary (q));
  qpdf_oh reference = qpdf_oh_new_dictionary (q);

  eup_qpdf_put_name (q, reference, "/Type", "OBJR");
  qpdf_oh_replace_key (q, reference, "/Obj", widget);
  qpdf_oh_replace_key (q, reference, "/Pg", page);
  eup_qpdf_put_name (q, element, "/Type", "StructElem");
  eup_qpdf_put_name (q, element, "/S", "Form");
  qpdf_oh_replace_key (q, element, "/P", parent);
  qpdf_oh_replace_key (q, element, "/Pg", page);
  qpdf_oh_replace_key (q, element, "/K", reference);
  eup_qpdf_put_text (q, element, "/Alt", label);
  qpdf_oh_append_item (q, eup_qpdf_make_list (q, parent, "/K"), element);

  eup_qpdf_put_integer (q, widget, "/StructParent", form->next_parent);
  qpdf_oh_append_item (q, form->parents, qpdf_oh_new_integer (q, form->next_parent));
  qpdf_oh_append_item (q, form->parents, element);
  form->next_parent++;
}

static void
add_field (Form *form, const EupSlot *slot, qpdf_oh page, qpdf_oh parent)
{
  qpdf_oh widget = make_widget (form, slot, page);

  add_element (form, widget, page, parent, slot->label);
  qpdf_oh_append_item (form->q, eup_qpdf_make_list (form->q, page, "/Annots"), widget);
  qpdf_oh_append_item (form->q, form->fields, widget);
}

/* cairo writes one flat list of numbers; the new elements come after the highest. */
static gboolean
open_parent_tree (Form *form, GError **error)
{
  EupQpdf q = form->q;
  qpdf_oh root = eup_qpdf_get (q, qpdf_get_root (q), "/StructTreeRoot");
  qpdf_oh tree = eup_qpdf_get (q, root, "/ParentTree");

  form->parents = eup_qpdf_get (q, tree, "/Nums");
  if (!qpdf_oh_is_array (q, form->parents))
    return fail (error, NULL, "the pages have no list from their parts to the structure");
  for (int i = 0; i + 1 < qpdf_oh_get_array_n_items (q, form->parents); i += 2)
    form->next_parent =
        MAX (form->next_parent, qpdf_oh_get_int_value (q, qpdf_oh_get_array_item (q, form->parents, i)) + 1);
  return TRUE;
}

static gboolean
check_slot (EupQpdf q, const EupPages *pages, guint index, GError **error)
{
  const EupSlot *slot = g_ptr_array_index (pages->slots, index);

  if (!name_is_good (slot->name))
    return fail (error, slot->name, "its name may hold the letters a to z, digits and hyphens only");
  if (slot->label == NULL || slot->label[0] == '\0')
    return fail (error, slot->name, "it has no label");
  if (slot->page >= (guint) qpdf_get_num_pages (q))
    return fail (error, slot->name, "its page is not there");
  if (!(slot->width > 0 && slot->height > 0))
    return fail (error, slot->name, "it has no size");
  if (slot->tag != EUP_SLOT_IN_DOCUMENT && slot->tag >= pages->tags->len)
    return fail (error, slot->name, "the element that shall hold it is not there");
  for (guint i = 0; i < index; i++)
    if (strcmp (((EupSlot *) g_ptr_array_index (pages->slots, i))->name, slot->name) == 0)
      return fail (error, slot->name, "its name is taken");
  return TRUE;
}

/* Without size, so nothing shows: an archive may put its time stamps there. */
static void
add_spares (Form *form, qpdf_oh parent)
{
  for (guint i = 0; i < N_SPARE; i++)
    {
      g_autofree char *name = g_strdup_printf ("time-stamp-%u", i + 1);
      g_autoptr (EupSlot) slot =
          eup_slot_new (name, eup_words ("slot-label-time-stamp", form->language), 0, 0, 0, 0, 0);

      add_field (form, slot, qpdf_get_page_n (form->q, 0), parent);
    }
}

/**
 * eup_finish_slots:
 * @elements: the structure elements, one for each tag
 * @info: what the document says about itself, its languages too
 * @error: EUP_FINISH_ERROR_STRUCTURE, or of the fonts
 */
gboolean
eup_finish_slots (
    EupQpdf q, const EupPages *pages, GArray *elements, const EupDocumentInfo *info, GError **error)
{
  g_autoptr (EupTypeface) typeface = eup_typeface_new (error);
  Form form = {
    .q = q,
    .fields = qpdf_oh_new_array (q),
    .typeface = typeface,
    .language = eup_words_language (info->language),
    .second = info->second_language ? eup_words_language (info->second_language) : NULL,
  };
  qpdf_oh dict = qpdf_oh_new_dictionary (q);
  qpdf_oh document = g_array_index (elements, qpdf_oh, 0);

  if (typeface == NULL || !open_parent_tree (&form, error))
    return FALSE;
  for (guint i = 0; i < pages->slots->len; i++)
    {
      const EupSlot *slot = g_ptr_array_index (pages->slots, i);

      if (!check_slot (q, pages, i, error))
        return FALSE;
      add_field (&form, slot, qpdf_get_page_n (q, slot->page),
                 slot->tag == EUP_SLOT_IN_DOCUMENT ? document : g_array_index (elements, qpdf_oh, slot->tag));
    }
  add_spares (&form, document);

  qpdf_oh_replace_key (q, dict, "/Fields", form.fields);
  eup_qpdf_put_integer (q, dict, "/SigFlags", 3); /* has signatures; only append */
  qpdf_oh_replace_key (q, qpdf_get_root (q), "/AcroForm", qpdf_make_indirect_object (q, dict));
  return TRUE;
}
