/* make-signed FOLDER [RECORD.pdf]: writes unsigned.pdf (small pages, or the record), sealed.pdf (one signature), signed.pdf (two), the same further on
 * the way to the archive (stamped.pdf, long-term.pdf, archived.pdf), open.pdf (two that seal nothing, in
 * another order), five-1.pdf to five-5.pdf (one more signature in each), attached.pdf and attached-1.pdf to -5.pdf
 * (the same with the twin inside), card.pdf (by a card, where SoftHSM is) and the authorities' certificates, for the tools
 * that check-signed.py asks. */

#include "record/eup-finish.h"
#include "record/eup-validation.h"

#include "sample-card.h"
#include "sample-pages.h"
#include "sample-revoked.h"
#include "sample-signed.h"
#include "sample-stamp.h"

#include <string.h>

static void
write_file (const char *folder, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

typedef struct
{
  const char *folder;
  EupSigner *first, *second;
  GBytes *authorities[3], *keys[3]; /* above the first, the second, the one who stamps */
  SampleStamper *stamper;
} Makers;

static void
make_archived (const Makers *makers, GBytes *one)
{
  g_autoptr (GBytes) first = sample_stamp (makers->stamper, one, EUP_STAMP_SIGNATURE);
  g_autoptr (GBytes) two = sample_sign (first, NULL, makers->second, FALSE);
  g_autoptr (GBytes) stamped = sample_stamp (makers->stamper, two, EUP_STAMP_SIGNATURE);
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) long_term = NULL;
  g_autoptr (GBytes) archived = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (makers->keys); i++)
    g_ptr_array_add (lists, sample_list (makers->authorities[i], makers->keys[i], NULL, 0, 30));
  long_term = eup_validation_append (stamped, lists, &error);
  g_assert_no_error (error);
  archived = sample_stamp (makers->stamper, long_term, EUP_STAMP_ARCHIVE);
  write_file (makers->folder, "stamped.pdf", stamped);
  write_file (makers->folder, "long-term.pdf", long_term);
  write_file (makers->folder, "archived.pdf", archived);
}

/* The sample with three places more. */
static GBytes *
make_with_five (GBytes *twin)
{
  g_autoptr (EupPages) pages = sample_pages_new ();
  g_autoptr (EupDocumentInfo) info = sample_info_new ();
  g_autoptr (GError) error = NULL;
  GBytes *pdf;

  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("spare-%u", i);
      g_autofree char *label = g_strdup_printf ("Plats %u för underskrift", i);

      eup_pages_add_slot (pages, eup_slot_new (name, label, 1, 72, 260 + 70 * i, 220, 54));
    }
  if (twin != NULL)
    sample_attach (info, twin);
  pdf = eup_finish_run (pages, info, &error);
  g_assert_no_error (error);
  return pdf;
}

/* Signed by the two in turn. */
static void
sign_five_times (const Makers *makers, GBytes *unsigned_pdf, const char *stem)
{
  g_autoptr (GBytes) pdf = g_bytes_ref (unsigned_pdf);

  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%u.pdf", stem, i);
      GBytes *more = sample_sign (pdf, NULL, i % 2 == 1 ? makers->first : makers->second, i == 1);

      g_bytes_unref (pdf);
      pdf = more;
      write_file (makers->folder, name, pdf);
    }
}

static void
make_five (const Makers *makers)
{
  g_autoptr (GBytes) twin = g_bytes_new_static (SAMPLE_TWIN, strlen (SAMPLE_TWIN));
  g_autoptr (GBytes) beside = make_with_five (NULL);
  g_autoptr (GBytes) inside = make_with_five (twin);

  write_file (makers->folder, "attached.pdf", inside);
  sign_five_times (makers, beside, "five");
  sign_five_times (makers, inside, "attached");
}

static void
make_with_card (const char *folder, GBytes *pdf)
{
  g_autoptr (EupSigner) card = NULL;
  g_autoptr (GBytes) authority = NULL;
  g_autoptr (GBytes) done = NULL;

  if (!sample_cards_begin ())
    return;
  sample_card_add ("Kort", "Dan Ek", "01", NULL);
  card = sample_card_signer ("Dan Ek");
  authority = sample_card_authority ("01");
  done = sample_sign (pdf, NULL, card, TRUE);
  write_file (folder, "card.pdf", done);
  write_file (folder, "authority-card.pem", authority);
  g_clear_object (&card);
  sample_cards_end ();
}

int
main (int argc, char **argv)
{
  const char *folder = argc > 1 ? argv[1] : ".";
  Makers makers = { folder };
  g_autoptr (GBytes) pdf = argc > 2 ? read_file (argv[2]) : sample_finished ();
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) two = NULL;
  g_autoptr (GBytes) open = NULL;
  g_autoptr (GBytes) both = NULL;

  makers.first = sample_signer ("Åsa Ek", "--key rsa");
  makers.authorities[0] = sample_authority ();
  makers.keys[0] = sample_authority_key ();
  makers.second = sample_signer ("Bo Dahl", "--key ec");
  makers.authorities[1] = sample_authority ();
  makers.keys[1] = sample_authority_key ();
  makers.stamper = sample_stamper_new ("Tidsstämpel AB", NULL);
  makers.authorities[2] = sample_stamper_get_authority (makers.stamper);
  makers.keys[2] = sample_stamper_get_key (makers.stamper);

  one = sample_sign (pdf, NULL, makers.first, TRUE);
  two = sample_sign (one, NULL, makers.second, FALSE);
  open = sample_sign (pdf, argc > 2 ? "spare-1" : "nurse", makers.first, FALSE);
  both = sample_sign (open, "decision-maker", makers.second, FALSE);
  write_file (folder, "unsigned.pdf", pdf);
  write_file (folder, "sealed.pdf", one);
  write_file (folder, "signed.pdf", two);
  write_file (folder, "open.pdf", both);
  write_file (folder, "authority-1.pem", makers.authorities[0]);
  write_file (folder, "authority-2.pem", makers.authorities[1]);
  write_file (folder, "authority-stamp.pem", makers.authorities[2]);
  make_five (&makers);
  make_archived (&makers, one);
  make_with_card (folder, pdf);

  g_object_unref (makers.first);
  g_object_unref (makers.second);
  for (guint i = 0; i < 2; i++)
    {
      g_bytes_unref (makers.authorities[i]);
      g_bytes_unref (makers.keys[i]);
    }
  sample_stamper_free (makers.stamper);
  return 0;
}
