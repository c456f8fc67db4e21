/* The words of our own on the wall. The wall speaks a first language and may speak a second
 * (eup_rules_wall_language()), whatever the facilitator's interface speaks; so they can't come from gettext,
 * which knows one language at a time. */

#include "ui/meeting/eup-wall-words.h"

typedef struct
{
  const char *sv;
  const char *en;
  const char *zh;
} Wall;

static const Wall words[EUP_WALL_N_WORDS] = {
  [EUP_WALL_STAGE] = { "Etapp %1$d · %2$s", "Stage %1$d · %2$s", "第 %1$d 阶段 · %2$s" },
  [EUP_WALL_QUESTION_OF] = { "Fråga %1$d av %2$d", "Question %1$d of %2$d", "第 %1$d 题，共 %2$d 题" },
  [EUP_WALL_HAS_WORD] = { "Har ordet", "Has the word", "请说" },
  [EUP_WALL_NAMED_WORD] = { "%s har ordet", "%s has the word", "请 %s 说" },
  [EUP_WALL_WAITS] = { "Väntar", "Waiting", "稍候" },
  [EUP_WALL_HAS_ANSWERED] = { "Har svarat", "Has answered", "已回答" },
  [EUP_WALL_DIFFER] = { "Här tänker vi olika", "Here we differ", "我们看法不同" },
  [EUP_WALL_ALL_TRUE] = { "Allt detta kan vara sant på samma gång.",
                          "All of this can be true at the same time.", "这些看法可以同时成立。" },
  [EUP_WALL_NO_ANSWER] = { "Inget svar", "No answer", "没有回答" },
  [EUP_WALL_OWN_WORDS] = { "Med egna ord: %s", "In their own words: %s", "原话：%s" },
  [EUP_WALL_SUMMARY] = { "Sammanfattat: %s", "In summary: %s", "摘要：%s" },
  [EUP_WALL_TRANSLATED] = { "Översatt: %s", "Translated: %s", "译文：%s" },
  [EUP_WALL_COMMA] = { "%1$s, %2$s", "%1$s, %2$s", "%1$s、%2$s" },
  [EUP_WALL_AND] = { "%1$s och %2$s", "%1$s and %2$s", "%1$s和%2$s" },
  [EUP_WALL_DECIDE] = { "Nu väger vi samman", "Now we weigh it all together", "现在我们一起权衡" },
  [EUP_WALL_PAUSE] = { "Paus", "A pause", "休息一下" },
  [EUP_WALL_GOES_ON] = { "Vi fortsätter klockan %s", "We go on at %s", "%s 继续" },
  [EUP_WALL_GOES_ON_DAY] = { "Vi fortsätter den %1$s klockan %2$s", "We go on %1$s at %2$s",
                             "%1$s %2$s 继续" },
  [EUP_WALL_PEOPLE] = { "%u personer", "%u people", "%u 人" },
  [EUP_WALL_SOME_OF] = { "%1$s (%2$u\302\240av\302\240%3$u)", "%1$s (%2$u\302\240of\302\240%3$u)",
                         "%1$s（%3$u 人中 %2$u 人）" },
  [EUP_WALL_SPOKE_FIRST] = { "talade först", "spoke first", "最先发言" },
  [EUP_WALL_SPOKE_AS] = { "talade som nummer %u", "spoke as number %u", "第 %u 个发言" },
  [EUP_WALL_WITH_PICTURES] = { "med bilder", "with pictures", "借助图片" },
  [EUP_WALL_BY_INTERPRETER] = { "genom tolk: %s", "through an interpreter: %s", "口译：%s" },
  [EUP_WALL_TOLD] = { "återberättat av %s", "told by %s", "由%s转述" },
  [EUP_WALL_SEEN] = { "iakttaget av %s", "seen by %s", "由%s观察" },
  [EUP_WALL_SOMEBODY] = { "någon annan", "someone else", "他人" },
  [EUP_WALL_CONFIRMED] = { "bekräftat av %s", "confirmed by %s", "%s已确认" },
  [EUP_WALL_CHANGED] = { "ändrat av %s", "changed by %s", "%s已修改" },
  [EUP_WALL_REHEARSAL] = { "Övning med ett påhittat ärende", "Rehearsal with an invented case",
                           "演练，个案为虚构" },
  [EUP_WALL_OBJECTS] = { "%s säger: stämmer inte", "%s says: not right", "%s表示：不对" },
};

static const Wall voices[EUP_N_VOICES] = {
  [EUP_VOICE_RESIDENT] = { "Den enskilde", "The resident", "本人" },
  [EUP_VOICE_RELATIVES] = { "Anhöriga", "Relatives", "家属" },
  [EUP_VOICE_STAFF] = { "Personal", "Staff", "护理人员" },
  [EUP_VOICE_FACILITATOR] = { "Vi tillsammans", "We together", "大家一起" },
};

static const char *
in (const Wall *wall, const char *language)
{
  if (g_strcmp0 (language, "sv") == 0)
    return wall->sv;
  if (g_strcmp0 (language, "zh") == 0)
    return wall->zh;
  return wall->en;
}

const char *
eup_wall_word (EupWallWord word, const char *language)
{
  return in (&words[word], language);
}

/**
 * eup_wall_join:
 * @names: (element-type utf8): some names
 *
 * Returns: (transfer full): the names in a row, as @language puts them
 */
char *
eup_wall_join (GPtrArray *names, const char *language)
{
  char *joined = g_strdup (names->len > 0 ? names->pdata[0] : "");

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  for (guint i = 1; i < names->len; i++)
    {
      char *longer =
          g_strdup_printf (eup_wall_word (i + 1 < names->len ? EUP_WALL_COMMA : EUP_WALL_AND, language),
                           joined, names->pdata[i]);

      g_free (joined);
      joined = longer;
    }
#pragma GCC diagnostic pop
  return joined;
}

const char *
eup_wall_voice (EupVoice voice, const char *language)
{
  return in (&voices[voice], language);
}

static void
insert_language (PangoAttrList *attributes, const char *language, guint start, guint end)
{
  const char *full = g_strcmp0 (language, "zh") == 0 ? "zh-cn" : language;
  PangoAttribute *attribute;

  if (language == NULL)
    return;
  attribute = pango_attr_language_new (pango_language_from_string (full));
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

/**
 * eup_wall_set_words:
 * @language: of @text; Han characters need it for their right shapes
 */
void
eup_wall_set_words (GtkLabel *label, const char *text, const char *language)
{
  eup_wall_set_pair (label, text, language, NULL, NULL);
}

/**
 * eup_wall_set_pair:
 * @text: words in @language
 * @below: (nullable): the same in @second
 *
 * For a word or two, which may stand on one line; a sentence in a second language has its own.
 */
void
eup_wall_set_pair (
    GtkLabel *label, const char *text, const char *language, const char *below, const char *second)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *both = below != NULL ? g_strdup_printf ("%s · %s", text, below) : g_strdup (text);
  guint end = (guint) strlen (text);

  insert_language (attributes, language, 0, below != NULL ? end : G_MAXUINT);
  if (below != NULL)
    insert_language (attributes, second, end, G_MAXUINT);
  if (g_strcmp0 (language, "zh") == 0)
    gtk_widget_add_css_class (GTK_WIDGET (label), "han");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "han");
  /* A label lays out its words anew for every list that it is given, also for an equal one. */
  if (!pango_attr_list_equal (gtk_label_get_attributes (label), attributes))
    gtk_label_set_attributes (label, attributes);
  gtk_label_set_label (label, both);
}
