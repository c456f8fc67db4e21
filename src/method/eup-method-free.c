/* Frees the parts of a method. Any of them may be half read. */

#include "method/eup-method-private.h"

static void
free_text (EupText *text)
{
  g_clear_pointer (&text, eup_text_free);
}

void
eup_option_free (gpointer data)
{
  EupOption *option = data;

  g_free (option->id);
  free_text (option->label);
  g_free (option);
}

void
eup_scale_free (gpointer data)
{
  EupScale *scale = data;

  g_free (scale->id);
  free_text (scale->title);
  g_ptr_array_unref (scale->options);
  g_free (scale);
}

void
eup_non_answer_free (gpointer data)
{
  EupNonAnswer *non_answer = data;

  g_free (non_answer->id);
  free_text (non_answer->label);
  g_free (non_answer);
}

void
eup_level_free (gpointer data)
{
  EupLevel *level = data;

  free_text (level->title);
  free_text (level->meaning);
  g_free (level);
}

void
eup_item_free (gpointer data)
{
  EupItem *item = data;

  g_free (item->id);
  free_text (item->label);
  free_text (item->resident);
  g_free (item);
}

void
eup_question_free (gpointer data)
{
  EupQuestion *question = data;

  g_free (question->id);
  g_clear_pointer (&question->opens, eup_expression_free);
  g_ptr_array_unref (question->items);
  g_ptr_array_unref (question->ticks);
  g_ptr_array_unref (question->fields);
  free_text (question->title);
  free_text (question->question);
  free_text (question->resident);
  free_text (question->relatives);
  free_text (question->why);
  free_text (question->example);
  g_free (question);
}

void
eup_question_field_free (gpointer data)
{
  EupQuestionField *field = data;

  g_free (field->id);
  free_text (field->label);
  free_text (field->resident);
  free_text (field->unit);
  g_ptr_array_unref (field->options);
  g_free (field);
}

void
eup_consent_kind_free (gpointer data)
{
  EupConsentKind *consent = data;

  g_free (consent->id);
  free_text (consent->title);
  free_text (consent->question);
  free_text (consent->why);
  g_free (consent);
}

void
eup_stage_free (gpointer data)
{
  EupStage *stage = data;

  g_free (stage->id);
  free_text (stage->title);
  free_text (stage->intro);
  g_ptr_array_unref (stage->tasks);
  g_ptr_array_unref (stage->questions);
  g_free (stage);
}

void
eup_gate_need_free (gpointer data)
{
  EupGateNeed *need = data;

  g_clear_pointer (&need->when, eup_expression_free);
  g_clear_pointer (&need->closed, eup_expression_free);
  free_text (need->missing);
  free_text (need->action);
  g_free (need->go_to);
  g_free (need);
}

void
eup_gate_free (gpointer data)
{
  EupGate *gate = data;

  g_free (gate->id);
  g_clear_pointer (&gate->when, eup_expression_free);
  free_text (gate->title);
  g_ptr_array_unref (gate->needs);
  g_free (gate);
}

void
eup_outcome_free (gpointer data)
{
  EupOutcome *outcome = data;

  g_free (outcome->id);
  free_text (outcome->label);
  free_text (outcome->sentence);
  g_free (outcome);
}
