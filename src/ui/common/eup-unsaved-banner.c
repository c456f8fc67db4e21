/* Says it where the last words can't be written, as on a full disk: they stay in memory and are tried
 * again, so there is nothing to press. It goes when all is on disk. */

#include "ui/common/eup-unsaved-banner.h"

#include <glib/gi18n.h>

struct _EupUnsavedBanner
{
  AdwBin parent_instance;
  EupCase *kase;
  AdwBanner *banner;
};

G_DEFINE_FINAL_TYPE (EupUnsavedBanner, eup_unsaved_banner, ADW_TYPE_BIN)

static void
update (EupUnsavedBanner *self)
{
  gboolean unsaved = eup_case_get_problem (self->kase) != NULL;

  if (unsaved && !adw_banner_get_revealed (self->banner))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), adw_banner_get_title (self->banner),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  adw_banner_set_revealed (self->banner, unsaved);
}

static void
eup_unsaved_banner_dispose (GObject *object)
{
  g_clear_object (&EUP_UNSAVED_BANNER (object)->kase);
  G_OBJECT_CLASS (eup_unsaved_banner_parent_class)->dispose (object);
}

static void
eup_unsaved_banner_class_init (EupUnsavedBannerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = eup_unsaved_banner_dispose;
}

static void
eup_unsaved_banner_init (EupUnsavedBanner *self)
{
  self->banner = ADW_BANNER (adw_banner_new (
      _ ("The disk is full or can’t be written. What you write is kept here and saved as soon "
         "as there is room. Go on, but don’t close the program.")));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->banner));
}

/**
 * eup_unsaved_banner_set_case:
 *
 * Called once: whose words it speaks of.
 */
void
eup_unsaved_banner_set_case (EupUnsavedBanner *self, EupCase *kase)
{
  self->kase = g_object_ref (kase);
  g_signal_connect_object (kase, "notify::problem", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
