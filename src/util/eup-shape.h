#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The shape of a struct, said once: reading it from JSON, writing, copying, comparing and freeing
 * follow from it. Fields that are NULL, empty, FALSE or 0 are left out of the JSON. */
typedef struct _EupShape EupShape;

typedef enum
{
  EUP_FIELD_STRING,  /* char *      */
  EUP_FIELD_BOOLEAN, /* gboolean    */
  EUP_FIELD_STRV,    /* char **     */
  EUP_FIELD_MAP,     /* GHashTable * of char * to char *; never NULL */
  EUP_FIELD_LIST,    /* GPtrArray * of structs of the shape `of`; never NULL */
  EUP_FIELD_OBJECT,  /* pointer to a struct of the shape `of`; never NULL */
} EupFieldKind;

typedef struct
{
  const char *name; /* in JSON */
  EupFieldKind kind;
  gsize offset;
  const EupShape *of;
} EupField;

struct _EupShape
{
  gsize size;
  const EupField *fields;
  guint n_fields;
};

#define EUP_SHAPE(type, fields) { sizeof (type), fields, G_N_ELEMENTS (fields) }

gpointer eup_shape_new (const EupShape *shape);
gpointer eup_shape_read (const EupShape *shape, JsonNode *node);
JsonNode *eup_shape_write (const EupShape *shape, gconstpointer data);
gpointer eup_shape_copy (const EupShape *shape, gconstpointer data);
gboolean eup_shape_equal (const EupShape *shape, gconstpointer a, gconstpointer b);
void eup_shape_make_plain (const EupShape *shape, gpointer data);
void eup_shape_free (const EupShape *shape, gpointer data);

G_END_DECLS
