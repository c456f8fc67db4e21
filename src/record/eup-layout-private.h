#pragma once

#include "assessment/eup-rules.h"
#include "record/eup-paper.h"
#include "record/eup-snapshot.h"
#include "record/eup-words.h"

G_BEGIN_DECLS

/* One pass over the record: what it says, where it is drawn. */
typedef struct _EupLayout EupLayout;
struct _EupLayout
{
  const EupSnapshot *snapshot;
  const EupAssessment *assessment;
  const char *language;
  const char *twin_digest;
  EupTypeface *typeface;
  EupPaper *paper;
  EupLayout *second; /* the same in the second language; NULL where there is none */
};

typedef void (*EupLayoutDraw) (EupLayout *self);
EupPages *
eup_layout_run_passes (EupLayout *layout, const EupFurniture *furniture, EupLayoutDraw draw, GError **error);

/* Words: eup-layout-say.c, -say-who.c */
const char *eup_layout_mark (const EupLayout *layout);
char *eup_layout_short_number (const char *id);
const char *eup_layout_word (const EupLayout *self, const char *key);
char *eup_layout_say (const EupLayout *self, const EupText *text);
char *eup_layout_capital (const char *text);
char *eup_layout_bind (const char *text);
char *eup_layout_stance (const EupLayout *self, const EupStatement *statement);
char *eup_layout_outcome (const EupLayout *self);
char *eup_layout_outcome_sentence (const EupLayout *self);
char *eup_layout_sentence (const EupLayout *self, const char *text);
char *eup_layout_date (const EupLayout *self, const char *iso);
char *eup_layout_time (const EupLayout *self, const char *iso);
char *eup_layout_page (const EupLayout *self, const char *anchor);
char *eup_layout_language_name (const EupLayout *self, const char *code);
char *eup_layout_who (const EupLayout *self, const char *name, const char *role);
const char *eup_layout_name (const EupLayout *self, const EupPerson *person);
char *eup_layout_role (const EupLayout *self, const EupPerson *person);
char *eup_layout_interest (const EupLayout *self, const EupPerson *person);
char *eup_layout_interest_both (const EupLayout *self, const EupPerson *person);
char *eup_layout_technology (const EupLayout *self);
char *eup_layout_functions (const EupLayout *self, gboolean on);
char *eup_layout_functions_brief (const EupLayout *self);
char *eup_layout_level (const EupLayout *self, gboolean brief);
const char *eup_layout_tag_language (const EupLayout *self, const char *code);
gboolean eup_layout_is_said (const char *text);

/* Words in both languages: eup-layout-both.c. EUP_BOTH() asks @maker, whose first argument is the layout
 * and which returns new words, once in each language. */
#define EUP_BOTH(self, maker, ...)                                                                           \
  eup_layout_join (self, maker (self __VA_OPT__ (, ) __VA_ARGS__),                                           \
                   (self)->second ? maker ((self)->second __VA_OPT__ (, ) __VA_ARGS__) : NULL)
/* The same for @fill, which takes the layout and adds words to @paragraph. */
#define EUP_BOTH_INTO(self, paragraph, fill, ...)                                                            \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    fill (self, paragraph __VA_OPT__ (, ) __VA_ARGS__);                                                      \
    if ((self)->second != NULL)                                                                              \
      {                                                                                                      \
        eup_paragraph_begin_second (paragraph, (self)->second->language);                                    \
        fill ((self)->second, paragraph __VA_OPT__ (, ) __VA_ARGS__);                                        \
      }                                                                                                      \
  }                                                                                                          \
  G_STMT_END
char *eup_layout_join (const EupLayout *self, char *first, char *second);
const char *eup_layout_both (const EupLayout *self, const char *key);
char *
eup_layout_fill (const EupLayout *self, const char *key, const char *first_name, ...) G_GNUC_NULL_TERMINATED;
char *eup_layout_get (const EupLayout *self, const EupText *text);
char *eup_layout_say_both (const EupLayout *self, const EupText *text);
void eup_layout_add_second (const EupLayout *self, EupParagraph *paragraph, const char *text, EupStyle style);

/* Words of the talk: eup-layout-sessions.c */
char *eup_layout_session (const EupLayout *self, const EupSession *session);
char *eup_layout_stays (const EupLayout *self, const EupPerson *person);
char *eup_layout_parked (const EupLayout *self, const EupQuestion *question);

/* Pieces of pages: eup-layout-pieces.c */
EupParagraph *eup_layout_text (const EupLayout *self, const char *text, EupStyle style, double width);
double eup_layout_stack (
    EupBlock *block, const char *tag, EupParagraph *paragraph, double x, double last, double gap);
double eup_layout_second_depth (const EupParagraph *title);
void eup_layout_heading (
    EupLayout *self, const char *title, const char *head, EupParagraph *intro, const char *anchor);
void eup_layout_subsection (EupLayout *self, const char *title);
void eup_layout_section (EupLayout *self, const char *title, const char *note, double needs);
void
eup_layout_row (EupLayout *self, const char *label, EupParagraph **paragraphs, guint n, double thickness);

/* The parts of the record, in their order. */
void eup_layout_summary (EupLayout *self);
void eup_layout_meeting (EupLayout *self);
void eup_layout_people (EupLayout *self);
void eup_layout_sittings (EupLayout *self);
void eup_layout_voices (EupLayout *self);
void eup_layout_in_full (EupLayout *self);
void eup_layout_gone (EupLayout *self);
void eup_layout_differences (EupLayout *self);
void eup_layout_alternatives (EupLayout *self);
void eup_layout_weights (EupLayout *self);
void eup_layout_consents (EupLayout *self);
void eup_layout_sheet (EupLayout *self);
void eup_layout_gates (EupLayout *self);
void eup_layout_decision (EupLayout *self);
void eup_layout_read_back (EupLayout *self);
void eup_layout_formal (EupLayout *self);
void eup_layout_removal (EupLayout *self);
void eup_layout_follow_up (EupLayout *self);
void eup_layout_signatures (EupLayout *self);
void eup_layout_acknowledgements (EupLayout *self);
void eup_layout_provenance (EupLayout *self);

/* An amendment: eup-layout-amendment.c */
void eup_layout_amendment (EupLayout *self);

/* Sheets beside the record: eup-sheet.c */
void eup_layout_own_page (EupLayout *self);
const char *eup_layout_own_page_back (const EupLayout *layout);
void eup_layout_send_out (EupLayout *self);

G_END_DECLS
