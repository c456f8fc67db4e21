/* The person may speak another language than the facilitator's interface, so these words can't come from
 * gettext, which knows one language at a time. Short, and in words that an 85-year-old uses. */

#include "ui/acknowledge/eup-acknowledge-words.h"

static const struct
{
  const char *sv;
  const char *en;
  const char *zh;
} words[EUP_ACKNOWLEDGE_N_WORDS] = {
  [EUP_ACKNOWLEDGE_OUTCOME] = { "Det här har mötet kommit fram till: %s.",
                                "This is what the meeting has come to: %s.", "会议得出的结果是：%s。" },
  [EUP_ACKNOWLEDGE_ASK] = { "Skriv ditt namn eller gör ett märke, om du vill visa att du har tagit del av "
                            "det. Det är "
                            "ingen underskrift, och du behöver inte hålla med.",
                            "Write your name or make a mark, if you want to show that you have taken part of "
                            "it. It is "
                            "not a signature, and you don’t have to agree.",
                            "如果您愿意表示已经了解，请写下名字或画个记号。这不是签名，您也不必赞成。" },
  [EUP_ACKNOWLEDGE_AREA] = { "Rutan att skriva i", "The box to write in", "书写区" },
  [EUP_ACKNOWLEDGE_EMPTY] = { "Inget är skrivet än", "Nothing is written yet", "还没有写" },
  [EUP_ACKNOWLEDGE_DRAWN] = { "Något är skrivet", "Something is written", "已经写了" },
  [EUP_ACKNOWLEDGE_UNDO] = { "Ångra", "Undo", "撤销" },
  [EUP_ACKNOWLEDGE_START_OVER] = { "Börja om", "Start over", "重新写" },
  [EUP_ACKNOWLEDGE_DONE] = { "Så har jag skrivit", "That is what I wrote", "我写好了" },
  [EUP_ACKNOWLEDGE_SAY] = { "Jag säger eller visar det i stället", "I say or show it instead",
                            "我用说的或用手势" },
  [EUP_ACKNOWLEDGE_DECLINE] = { "Jag vill inte", "I don’t wish to", "我不愿意" },
  [EUP_ACKNOWLEDGE_CANNOT] = { "Jag kan inte", "I can’t", "我没办法" },
};

/**
 * eup_acknowledge_word:
 *
 * Returns: (transfer none): the words in @language, in English where that is unknown
 */
const char *
eup_acknowledge_word (EupAcknowledgeWord word, const char *language)
{
  if (g_strcmp0 (language, "sv") == 0)
    return words[word].sv;
  if (g_strcmp0 (language, "zh") == 0)
    return words[word].zh;
  return words[word].en;
}

/**
 * eup_acknowledge_language:
 * @person: (nullable): who is to read
 *
 * Returns: (transfer none): the person's language where the program speaks it, else the record's
 */
const char *
eup_acknowledge_language (const EupAssessment *assessment, const EupPerson *person)
{
  static const char *const spoken[] = { "sv", "en", "zh", NULL };
  const char *record = assessment->card->language;

  if (person != NULL && person->language != NULL && g_strv_contains (spoken, person->language))
    return person->language;
  return record != NULL ? record : "en";
}
