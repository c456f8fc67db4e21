/* The reading back in words. It speaks to the person: "you", and the plural where several speak as one. */

#include "ui/meeting/eup-read-back-words.h"

#include <string.h>
#include "ui/meeting/eup-wall-text.h"

static const EupWallText fixed[EUP_READ_N_WORDS] = {
  [EUP_READ_TITLE] = { "{name}, är det så här {you} menar?", "{name}, is this what you mean?",
                       "{name}，{you}是这个意思吗？" },
  [EUP_READ_OWN] = { "{Your} egna ord", "Your own words", "{your}原话" },
  [EUP_READ_PROGRESS] = { "{page} av {pages}", "{page} of {pages}", "第 {page} 页，共 {pages} 页" },
  [EUP_READ_POINT] = { "Är bara en mening fel? Peka på den.", "Is only one sentence wrong? Point at it.",
                       "只有一句不对？请指给我们看。" },
  [EUP_READ_POINTED] = { "Svaret gäller mening {number}.", "The answer is about sentence {number}.",
                         "这次只回答第 {number} 句。" },
  [EUP_READ_WHICH_CHANGE] = { "Vilken mening vill {you} ändra? Peka på den.",
                              "Which sentence do you want to change? Point at it.",
                              "{you}想改哪一句？请指给我们看。" },
  [EUP_READ_WHICH_OBJECTION] = { "Vilken mening är fel? Peka på den.",
                                 "Which sentence is wrong? Point at it.", "哪一句不对？请指给我们看。" },
  [EUP_READ_WRITING] = { "Berätta. Vi skriver ner det {you} säger.", "Tell us. We write down what you say.",
                         "请说，我们把{your}话记下来。" },
  [EUP_READ_NOT_HERE] = { "{name} är inte här nu. Det som {name} har sagt läses inte upp.",
                          "{name} is not here now. What {name} said is not read out.",
                          "{name}现在不在场，{name}说的话先不读。" },
  [EUP_READ_END] = { "Nu har alla som är här fått höra sina egna ord.",
                     "Now everybody who is here has heard their own words.",
                     "在场的每个人都听过自己说的话了。" },
  [EUP_READ_EARLIER] = { "Sidan före", "The page before", "上一页" },
  [EUP_READ_LATER] = { "Nästa sida", "The next page", "下一页" },
  [EUP_READ_RETURN] = { "Tillbaka", "Back", "返回" },
  [EUP_READ_YES] = { "Ja", "Yes", "是" },
  [EUP_READ_YES_MEANING] = { "Så menar {I}", "That is what I mean", "{I}就是这个意思" },
  [EUP_READ_CHANGE] = { "Ändra", "Change", "修改" },
  [EUP_READ_CHANGE_MEANING] = { "{We} vill säga det annorlunda", "I want to say it differently",
                                "{I}想换个说法" },
  [EUP_READ_OBJECT] = { "{We} invänder", "I object", "{I}有异议" },
  [EUP_READ_OBJECT_MEANING] = { "Så är det inte", "That is not how it is", "不是这样的" },
  [EUP_READ_SAID_YES] = { "Ja, så är det menat", "Yes, that is what was meant", "是，就是这个意思" },
  [EUP_READ_SAID_CHANGED] = { "Ändrat, så är det menat", "Changed, that is what was meant",
                              "已修改，现在是这个意思" },
  [EUP_READ_SAID_OBJECTS] = { "Invändning: så är det inte", "Objection: that is not how it is",
                              "有异议：不是这样的" },
  [EUP_READ_ANSWERS] = { "{Your} svar", "Your answer", "{your}回答" },
};

/* Where and when: {you} say or show, {source} tells, {when}. */
static const struct
{
  const char *how;
  EupWallText words;
} sources[] = {
  { "sitting",
    { "{You} sa det i ett eget samtal, {when}", "You said it in a sitting of your own, {when}",
      "{when}单独交谈时说的" } },
  { "phone",
    { "{You} sa det på telefon, {when}", "You said it on the phone, {when}", "{when}在电话里说的" } },
  { "video", { "{You} sa det på video, {when}", "You said it on video, {when}", "{when}在视频里说的" } },
  { "letter", { "{You} skrev det, {when}", "You wrote it, {when}", "{when}写下来的" } },
  { "pictures",
    { "{You} visade det med bilder, {when}", "You showed it with pictures, {when}", "{when}用图片表示的" } },
  { "interpreter",
    { "{You} sa det genom tolk, {when}", "You said it through an interpreter, {when}", "{when}由口译转述" } },
  { "told", { "Någon annan berättade det, {when}", "Somebody else told it, {when}", "{when}由别人转述" } },
  { "observed", { "Vi såg det, {when}", "We saw it, {when}", "{when}观察到的" } },
};
static const EupWallText said_today = { "{You} sa det här i dag", "You said it here today",
                                        "今天在这里说的" };
static const EupWallText said_then = { "{You} sa det på mötet, {when}", "You said it in the meeting, {when}",
                                       "{when}在会上说的" };
static const EupWallText told_by = { "{source} berättade det, {when}", "{source} told it, {when}",
                                     "{when}由{source}转述" };
static const EupWallText today = { "i dag", "today", "今天" };
static const EupWallText summed_up = { "sammanfattat", "in summary", "摘要" };

static const EupWallText declined = { "{You} ville inte svara om {topic}",
                                      "You didn’t want to answer about {topic}",
                                      "关于{topic}，{you}不想回答" };
static const EupWallText unknown = { "{You} visste inte om {topic}", "You didn’t know about {topic}",
                                     "关于{topic}，{you}不清楚" };
static const EupWallText other_answer = { "{topic}: {answer}", "{topic}: {answer}", "{topic}：{answer}" };

static gboolean
are_many (const EupPerson *person)
{
  return person->size != NULL && *person->size != '\0';
}

/* The forms of address, and what @extra fills in besides. */
static char *
fill (const char *text, const char *language, const EupPerson *person, const char *const *extra)
{
  static const struct
  {
    const char *key;
    EupWallText one, many;
  } forms[] = {
    { "{you}", { "du", "you", "您" }, { "ni", "you", "你们" } },
    { "{You}", { "Du", "You", "您" }, { "Ni", "You", "你们" } },
    { "{your}", { "dina", "your", "您的" }, { "era", "your", "你们的" } },
    { "{Your}", { "Dina", "Your", "您的" }, { "Era", "Your", "你们的" } },
    { "{I}", { "jag", "I", "我" }, { "vi", "we", "我们" } },
    { "{We}", { "Jag", "I", "我" }, { "Vi", "We", "我们" } },
  };
  GString *filled = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    g_string_replace (filled, forms[i].key,
                      eup_wall_text_get (are_many (person) ? &forms[i].many : &forms[i].one, language), 0);
  for (guint i = 0; extra != NULL && extra[i] != NULL; i += 2)
    {
      g_autofree char *key = g_strdup_printf ("{%s}", extra[i]);

      g_string_replace (filled, key, extra[i + 1], 0);
    }
  return g_string_free_and_steal (filled);
}

/**
 * eup_read_back_word:
 * @person: to whom it is said
 * @...: names and values of what stands in braces, %NULL at the end
 *
 * Returns: (transfer full): the words in @language
 */
char *
eup_read_back_word (EupReadWord word, const char *language, const EupPerson *person, ...)
{
  const char *extra[9] = { NULL };
  va_list list;

  va_start (list, person);
  for (guint i = 0; i < 8; i++)
    {
      extra[i] = va_arg (list, const char *);
      if (extra[i] == NULL)
        break;
    }
  va_end (list);
  return fill (eup_wall_text_get (&fixed[word], language), language, person, extra);
}

static gboolean
is_written (const char *text)
{
  return text != NULL && *text != '\0';
}

/* As it stands within a sentence: "Privacy" becomes "privacy", "GPS alarm" stays. */
static char *
within_sentence (const char *topic)
{
  const char *rest = *topic != '\0' ? g_utf8_next_char (topic) : topic;
  gunichar first = g_utf8_get_char (topic);
  char lower[7] = "";

  if (!g_unichar_islower (g_utf8_get_char (rest)))
    return g_strdup (topic);
  g_unichar_to_utf8 (g_unichar_tolower (first), lower);
  return g_strconcat (lower, rest, NULL);
}

/* Without words of their own: what was chosen, or that nothing was. */
static char *
describe_choice (EupCase *kase, const EupStatement *statement, const char *language, const char *topic)
{
  const EupAssessment *assessment = eup_case_get_assessment (kase);
  const EupPerson *person = eup_assessment_find_person (assessment, statement->person);
  g_autofree char *answer =
      eup_rules_stance_words (statement, assessment, eup_case_get_model (kase), language);
  const EupWallText *text = g_strcmp0 (statement->non_answer, "declined") == 0  ? &declined
                            : g_strcmp0 (statement->non_answer, "unknown") == 0 ? &unknown
                                                                                : &other_answer;
  g_autofree char *within = text == &other_answer ? g_strdup (topic) : within_sentence (topic);
  const char *extra[] = { "topic", within, "answer", answer, NULL };

  return fill (eup_wall_text_get (text, language), language, person, extra);
}

static char *
topic_of (EupCase *kase, const EupStatement *statement, const char *language)
{
  EupModel *model = eup_case_get_model (kase);
  const EupQuestion *question = eup_method_find_question (model->method, statement->question);

  return question ? eup_rules_say (question->title, language, eup_case_get_assessment (kase), model)
                  : g_strdup ("");
}

/**
 * eup_read_back_sentence:
 *
 * Returns: (transfer full): the person's own words; where there are none, what stands in their name
 */
char *
eup_read_back_sentence (EupCase *kase, const EupStatement *statement, const char *language)
{
  g_autofree char *topic = NULL;

  if (is_written (statement->words))
    return g_strdup (statement->words);
  topic = topic_of (kase, statement, language);
  return describe_choice (kase, statement, language, topic);
}

static gboolean
is_same_day (const char *one, const char *other)
{
  return is_written (one) && is_written (other) && strncmp (one, other, strlen ("2026-11-26")) == 0;
}

/* "You said it on the phone, 14 Nov" */
static char *
describe_how (EupCase *kase, const EupStatement *statement, const char *language)
{
  g_autofree char *now = eup_clock_now_iso (eup_case_get_clock (kase));
  const EupPerson *person = eup_assessment_find_person (eup_case_get_assessment (kase), statement->person);
  gboolean same_day = is_same_day (statement->said, now);
  g_autofree char *day =
      same_day ? g_strdup (eup_wall_text_get (&today, language)) : eup_rules_day (statement->said, language);
  const char *extra[] = { "when", day ? day : "", "source", statement->source ? statement->source : "",
                          NULL };
  const EupWallText *text = same_day ? &said_today : &said_then;
  g_autofree char *words = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (g_strcmp0 (sources[i].how, statement->how) == 0)
      text = &sources[i].words;
  if (g_strcmp0 (statement->how, "told") == 0 && is_written (statement->source))
    text = &told_by;
  words = fill (eup_wall_text_get (text, language), language, person, extra);
  if (g_str_has_suffix (words, ", ")) /* the day is not known */
    words[strlen (words) - 2] = '\0';
  return g_steal_pointer (&words);
}

/**
 * eup_read_back_source:
 *
 * Returns: (transfer full): what it was about, where and when it was said: "Privacy · You said it here today"
 */
char *
eup_read_back_source (EupCase *kase, const EupStatement *statement, const char *language)
{
  g_autofree char *topic = topic_of (kase, statement, language);
  g_autofree char *how = describe_how (kase, statement, language);

  if (statement->summary)
    return g_strdup_printf ("%s · %s · %s", topic, how, eup_wall_text_get (&summed_up, language));
  return g_strdup_printf ("%s · %s", topic, how);
}
