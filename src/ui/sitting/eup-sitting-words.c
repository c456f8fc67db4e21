/* What the sitting says by itself. The resident may speak another language than the facilitator's
 * interface, so these words can't come from gettext, which knows one language at a time. */

#include "ui/sitting/eup-sitting-words.h"

static const struct
{
  const char *sv;
  const char *en;
  const char *zh;
} words[EUP_SITTING_N_WORDS] = {
  [EUP_SITTING_NEXT] = { "Nästa", "Next", "下一个" },
  [EUP_SITTING_SKIP] = { "Hoppa över", "Skip", "跳过" },
  [EUP_SITTING_FINISH] = { "Klart", "Done", "好了" },
  [EUP_SITTING_BACK] = { "Tillbaka", "Back", "上一个" },
  [EUP_SITTING_STOP] = { "Sluta för i dag", "Stop for today", "今天到这里" },
  [EUP_SITTING_OFFER] = { "Vi kan sluta här om du vill.", "We can stop here if you like.",
                          "您要是愿意，我们就到这里。" },
  [EUP_SITTING_GO_ON] = { "Fortsätta", "Go on", "接着谈" },
  [EUP_SITTING_THANKS] = { "Tack, %s!", "Thank you, %s!", "谢谢您，%s！" },
  [EUP_SITTING_KEPT] = { "Det du har sagt är sparat.", "What you said is kept.", "您说的话都记下了。" },
  [EUP_SITTING_CLOSE] = { "Klart", "Done", "好了" },
  [EUP_SITTING_PLACE] = { "%1$u av %2$u", "%1$u of %2$u", "第 %1$u 个，共 %2$u 个" },
};

const char *
eup_sitting_word (EupSittingWord word, const char *language)
{
  if (g_strcmp0 (language, "sv") == 0)
    return words[word].sv;
  if (g_strcmp0 (language, "zh") == 0)
    return words[word].zh;
  return words[word].en;
}
