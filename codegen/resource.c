// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Acquisitions in the kernel half: what undoes each class, and what goes into
 * the log around a call, be it a downcall's or one that kept code makes.
 */
#include <string.h>

#include "internal.h"

/* One undo operation per class: that of the first acquiring function in use. */
static const struct fact *undo_of(const struct plan *plan, const char *class)
{
	for (guint i = 0; class && i < plan->undos->len; i++) {
		const struct fact *fact = ((struct wire_undo *)plan->undos->pdata[i])->fact;

		if (!strcmp(fact->acquires, class))
			return fact;
	}
	return NULL;
}

static const struct wire_record *tail_record(const struct plan *plan, const struct fact *fact)
{
	for (guint i = 0; fact && fact->tail >= 0 && i < plan->records->len; i++) {
		const struct wire_record *record = plan->records->pdata[i];

		if (record->tail && !strcmp(record->record->name, fact->tail_record))
			return record;
	}
	return NULL;
}

/* The type of a logged expression: of "$n", "*$n" or "$r". */
static const struct type *log_type(const struct function *function, const char *expression)
{
	bool deref = expression[0] == '*';
	const char *p = expression + deref;
	const struct type *type = NULL;

	if (!strcmp(p, "$r"))
		type = function->type->elem;
	else if (p[0] == '$' && (guint)atoi(p + 1) < function->params->len)
		type = ((struct parameter *)function->params->pdata[atoi(p + 1)])->type;
	return deref && type ? type->elem : type;
}

static void replace(GString *text, const char *what, const char *with)
{
	gsize length = strlen(what);

	for (char *at = text->str; (at = strstr(at, what));) {
		gsize offset = at - text->str;

		if (g_ascii_isdigit(at[length])) {	/* "$1" is no part of "$10" */
			at += length;
			continue;
		}
		g_string_erase(text, offset, length);
		g_string_insert(text, offset, with);
		at = text->str + offset + strlen(with);
	}
}

static const struct function *fact_function(const struct plan *plan, const struct fact *fact)
{
	for (guint i = 0; i < plan->downcalls->len; i++) {
		const struct crossing *crossing = plan->downcalls->pdata[i];

		if (crossing->fact == fact)
			return crossing->function;
	}
	return model_function(plan->model, fact->name);
}

/* Which of the values logged is memory that goes when it is undone, or -1. */
static int freed_value(const struct plan *plan, const struct fact *fact)
{
	GHashTableIter iter;
	gpointer value;

	g_hash_table_iter_init(&iter, plan->partition->knowledge->facts);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const struct fact *release = value;
		g_autofree char *freed = g_strdup_printf("$%d", release->frees);

		if (release->frees < 0 || g_strcmp0(release->releases, fact->acquires))
			continue;
		for (guint i = 0; release->log && i < release->log->len; i++)
			if (!strcmp(release->log->pdata[i], freed))
				return i;
	}
	return -1;
}

static void emit_undo(GString *to, const struct plan *plan, const struct wire_undo *undo)
{
	const struct fact *fact = undo->fact;
	const struct function *function = fact_function(plan, fact);
	GString *text = g_string_new(fact->undo);
	int freed = freed_value(plan, fact);

	/* Dereferences first: their text contains that of the parameter. */
	for (int deref = 1; function && deref >= 0; deref--) {
		for (guint i = 0; fact->log && i < fact->log->len; i++) {
			const char *expression = fact->log->pdata[i];
			const struct type *type = log_type(function, expression);
			g_autofree char *with = NULL;

			if (!type || (expression[0] == '*') != deref)
				continue;
			with = g_strdup_printf("MDRV_%c(%u, %s)",
					       type->kind == TYPE_POINTER ? 'P' : 'N', i,
					       type->spelling);
			replace(text, expression, with);
		}
	}
	if (undo->late && !fact->scoped)
		emit(to, "MDRV_UNDO_LATE(%s, %d, %d, ", fact->acquires, fact->keys, freed);
	else if (freed >= 0)
		emit(to, "MDRV_UNDO_FREES(%s, %d, %d, ", fact->acquires, fact->keys, freed);
	else
		emit(to, "MDRV_UNDO(%s, %d, %s, ", fact->acquires, fact->keys,
		     fact->owned ? "MDRV_OWNED" : fact->scoped ? "true" : "false");
	for (guint i = 0; tail_record(plan, fact) && i < fact->log->len; i++)
		if (!strcmp(fact->log->pdata[i], "$r"))
			emit(to, "mdrv_untrack(&mdrv_driver, MDRV_P(%u, void *)); ", i);
	emit(to, "%s);\n", text->str);
	g_string_free(text, TRUE);
}

void emit_undos(GString *to, const struct plan *plan, const struct source *source)
{
	bool any = false;

	for (guint i = 0; i < plan->undos->len; i++) {
		const struct wire_undo *undo = plan->undos->pdata[i];

		if (source_at(plan, undo->home) != source)
			continue;
		emit_undo(to, plan, undo);
		any = true;
	}
	if (any)
		emit(to, "\n");
}

void emit_undo_declarations(GString *to, const struct plan *plan)
{
	for (guint i = 0; i < plan->undos->len; i++) {
		const struct wire_undo *undo = plan->undos->pdata[i];

		emit(to, "extern const struct mdrv_undo_op mdrv_undo_%s;\n",
		     undo->fact->acquires);
	}
}

/* Logged values as u64, @count of them, missing ones as 0. */
static void emit_log(GString *to, const struct fact *fact, const struct function *function,
		     guint count)
{
	for (guint i = 0; i < count; i++) {
		const char *expression = fact->log && i < fact->log->len ?
			fact->log->pdata[i] : NULL;
		const struct type *type = expression ? log_type(function, expression) : NULL;
		g_autofree char *value = expression ?
			expand_fact(expression, function, "mdrv_ret") : g_strdup("0");

		emit(to, ", %s%s", !type ? "" : type->kind == TYPE_POINTER ? "(uintptr_t)" :
		     "(u64)", value);
	}
}

/* Forget the instances of other classes that go with this one, or that it takes over. */
static void emit_also(GString *to, const struct plan *plan, const struct fact *fact,
		      const struct function *function, const char *drv)
{
	g_autofree char *condition = fact->also_if ?
		expand_fact(fact->also_if, function, "mdrv_ret") : NULL;

	for (guint i = 0; i < fact->also->len; i++) {
		const char *class = fact->also->pdata[i];

		if (!undo_of(plan, class))
			continue;
		if (condition)
			emit(to, "\tif (%s)\n\t", condition);
		emit(to, "\tmdrv_forget(%s, &mdrv_undo_%s, %d", drv, class, fact->keys);
		emit_log(to, fact, function, 2);
		emit(to, ");\n");
	}
}

void emit_before(GString *to, const struct plan *plan, const struct fact *fact,
		 const struct function *function, const char *drv, bool gave_up)
{
	if (!fact)
		return;
	if (fact->releases && !gave_up && undo_of(plan, fact->releases)) {
		emit(to, "\tmdrv_released(%s, &mdrv_undo_%s", drv, fact->releases);
		emit_log(to, fact, function, 2);
		emit(to, ");\n");
	}
	if (!fact->acquires)
		emit_also(to, plan, fact, function, drv);
	if (fact->frees >= 0 && !fact->via && (guint)fact->frees < function->params->len)
		emit(to, "\tmdrv_untrack(%s, %s);\n", drv,
		     ((struct parameter *)function->params->pdata[fact->frees])->name);
}

static void emit_check(GString *to, const char *check)
{
	emit(to, "\tif (%s)\n\t\treturn 0;\n", check);
}

/* Is the instance known before the call is made? */
static bool is_keyed_by_result(const struct fact *fact)
{
	for (guint i = 0; fact->log && i < fact->log->len && (int)i < fact->keys; i++)
		if (strstr(fact->log->pdata[i], "$r") || *(char *)fact->log->pdata[i] == '*')
			return true;
	return false;
}

/*
 * Before a downcall: refuse what would crash or hang its callee. Return: whether
 * that has taken the release from the log.
 */
bool emit_checks(GString *to, const struct plan *plan, const struct fact *fact,
		 const struct function *function)
{
	const char *class = fact ? fact->acquires ? fact->acquires : fact->releases : NULL;
	g_autoptr(GString) check = g_string_new(NULL);

	if (fact && fact->requires) {
		g_autofree char *state = expand_fact(fact->requires, function, "mdrv_ret");

		emit(check, "!mdrv_require(mdrv_call, %s)", state);
		emit_check(to, check->str);
		g_string_truncate(check, 0);
	}
	if (fact && fact->frees >= 0 && !fact->via &&
	    (guint)fact->frees < function->params->len) {
		bool known = fact->releases && undo_of(plan, fact->releases);

		emit(check, "!mdrv_may_free(mdrv_call, %s%s, %s)", known ? "&mdrv_undo_" : "",
		     known ? fact->releases : "NULL",
		     ((struct parameter *)function->params->pdata[fact->frees])->name);
		emit_check(to, check->str);
	}
	if (!class || !fact->strict || !undo_of(plan, class) ||
	    (fact->acquires && is_keyed_by_result(fact)))
		return false;
	g_string_truncate(check, 0);
	if (fact->managed) {
		g_autofree char *managed = expand_fact(fact->managed, function, "mdrv_ret");

		emit(check, "!(%s) && ", managed);
	}
	emit(check, "!%s(mdrv_call, &mdrv_undo_%s",
	     fact->acquires ? "mdrv_claim" : "mdrv_give_up", class);
	emit_log(check, fact, function, 2);
	emit(check, ")");
	emit_check(to, check->str);
	return !fact->acquires;
}

/* A kept function that gives back what nobody holds would come to grief in the middle. */
void emit_needs(GString *to, const struct plan *plan, const struct crossing *crossing)
{
	for (guint i = 0; crossing->needs && i < crossing->needs->len; i++) {
		const char *class = crossing->needs->pdata[i];
		g_autofree char *check = g_strdup_printf("!mdrv_require(mdrv_call, "
				"mdrv_holds(mdrv_call->drv, &mdrv_undo_%s))", class);

		if (undo_of(plan, class))
			emit_check(to, check);
	}
}

char *success_text(const struct fact *fact, const struct function *function)
{
	if (fact && fact->when)
		return expand_fact(fact->when, function, "mdrv_ret");
	if (function->type->elem->kind == TYPE_VOID)
		return g_strdup("1");
	return g_strdup(function->type->elem->kind == TYPE_POINTER ? "!IS_ERR_OR_NULL(mdrv_ret)" :
			"!mdrv_ret");
}

void emit_after(GString *to, const struct plan *plan, const struct fact *fact,
		const struct function *function, const char *call, const char *drv)
{
	const struct wire_record *tail = tail_record(plan, fact);
	g_autofree char *ok = NULL;
	bool few;

	if (!fact)
		return;
	ok = success_text(fact, function);
	if (tail)
		emit(to, "\tif (%s)\n\t\tmdrv_track(%s, mdrv_ret, mdrv_record_%s.size,\n"
			 "\t\t\t   MDRV_O_RECORD, MDRV_REC_%s);\n", ok, drv, tail->ident,
		     tail->ident);
	if (!fact->acquires || !undo_of(plan, fact->acquires))
		return;
	if (fact->also->len) {
		g_autoptr(GString) also = g_string_new(NULL);

		emit_also(also, plan, fact, function, drv);
		if (also->len)
			emit(to, "\tif (%s) {\n%s\t}\n", ok, also->str);
	}
	if (fact->managed) {
		g_autofree char *managed = expand_fact(fact->managed, function, "mdrv_ret");

		emit(to, "\tif ((%s) && !(%s))\n\t", ok, managed);
	} else if (strcmp(ok, "1")) {
		emit(to, "\tif (%s)\n\t", ok);
	}
	few = !fact->log || fact->log->len <= 2;
	emit(to, "\tmdrv_%s(%s, %s, &mdrv_undo_%s", few ? "took" : "acquired", call, drv,
	     fact->acquires);
	emit_log(to, fact, function, few ? 2 : 6);
	emit(to, ");\n");
}

/*
 * @trusted: the arguments are those of kept code, or the undo log vouches for them.
 * @values: what to write for the arguments, or NULL: their names.
 * @text: format and argument for what is printed, or NULL: a string that is printed already.
 */
char *callee_text(const struct plan *plan, const struct fact *fact,
		  const struct function *function, const char *drv, bool trusted,
		  const GPtrArray *values, const char *text)
{
	const struct wire_record *tail = tail_record(plan, fact);
	GString *out = g_string_new(NULL);
	bool first = true;

	emit(out, "%s%s(", fact && fact->via ? fact->via : function->name,
	     fact && fact->via && trusted ? "_trusted" : "");
	if (fact && fact->via) {
		emit(out, "%s", drv);
		first = false;
	}
	for (guint i = 0; i < function->params->len; i++) {
		const struct parameter *param = function->params->pdata[i];
		const char *value = values ? values->pdata[i] : param->name;

		if (!first)
			emit(out, ", ");
		first = false;
		if (fact && fact->format == (int)i && text)
			emit(out, "%s", text);
		else if (fact && fact->format == (int)i)
			emit(out, "\"%%s\", %s", value);
		else if (tail && !fact->tail_private && fact->tail == (int)i)
			emit(out, "sizeof(%s)", tail->tail->name);
		else	/* the stand-ins take plain void * */
			emit(out, "%s%s", fact && fact->via &&
			     param->type->kind == TYPE_POINTER ? "(void *)" : "", value);
	}
	emit(out, ")");
	return g_string_free(out, FALSE);
}

static void emit_told(GString *to, const char *statement, const char *ok,
		      const struct function *function)
{
	g_autofree char *text = statement ? expand_fact(statement, function, "mdrv_ret") : NULL;

	if (text && ok && strcmp(ok, "1"))
		emit(to, "\tif (%s)\n\t\t%s;\n", ok, text);
	else if (text)
		emit(to, "\t%s;\n", text);
}

/* Does its caller reckon with a negative error? */
static bool may_fail(const struct fact *fact, const struct function *function)
{
	return fact->acquires && !fact->scoped && function->type->elem->kind == TYPE_INT &&
	       (!fact->when || strstr(fact->when, "$r >= 0"));
}

/*
 * What would crash or hang is left out where kept code does it at the word of a user
 * half.  Return: whether that has taken the release from the log.
 */
static bool emit_order(GString *to, const struct plan *plan, const struct fact *fact,
		       const struct function *function)
{
	bool is_void = function->type->elem->kind == TYPE_VOID;
	bool gives_up = fact->releases && fact->strict && !fact->scoped && !fact->managed &&
			undo_of(plan, fact->releases);

	if (fact->requires && (is_void || may_fail(fact, function))) {
		g_autofree char *state = expand_fact(fact->requires, function, "mdrv_ret");

		emit(to, "\tif (!mdrv_kept_may(&mdrv_driver, %s))\n\t\treturn%s;\n", state,
		     is_void ? "" : " -EBUSY");
	}
	if (!gives_up)
		return false;
	emit(to, "\tif (!mdrv_kept_gives_up(&mdrv_driver, &mdrv_undo_%s", fact->releases);
	emit_log(to, fact, function, 2);
	emit(to, "))\n\t\treturn%s;\n", is_void ? "" : " 0");
	return true;
}

/* What kept code has printed goes on as it came: format and arguments, for "%pV". */
static void emit_text_begins(GString *to, const struct fact *fact, const struct function *function)
{
	const struct parameter *format = function->params->pdata[fact->format];
	const struct parameter *last = function->params->pdata[function->params->len - 1];

	emit(to, "\tva_start(mdrv_args, %s);\n\tmdrv_text.fmt = %s;\n"
		 "\tmdrv_text.va = &mdrv_args;\n", last->name, format->name);
}

/* Memory of kept code: what was known at its address is of the past. */
static void emit_alive(GString *to, const struct fact *fact, const struct function *function)
{
	g_autofree char *size = expand_fact(fact->gives, function, "mdrv_ret");
	g_autofree char *ok = success_text(fact, function);

	emit(to, "\tif (%s)\n\t\tmdrv_alive(&mdrv_driver, (const void *)mdrv_ret, %s);\n", ok,
	     size);
}

/* A kernel function that kept code calls: the rename leads here. */
static void emit_passage(GString *to, const struct plan *plan, const struct function *function)
{
	const struct fact *fact = knowledge_fact(plan->partition->knowledge, function->name);
	bool is_void = function->type->elem->kind == TYPE_VOID;
	g_autofree char *name = g_strdup_printf("mdrv_k_%s", function->name);
	g_autofree char *head = declare_function(function, name);
	g_autofree char *result = declare_result(function, "mdrv_ret");
	bool prints = function->type->variadic;
	g_autofree char *call = callee_text(plan, fact, function, "&mdrv_driver", true, NULL,
					    prints ? "\"%pV\", &mdrv_text" : NULL);
	bool gave_up;

	emit(to, "MDRV_GLUE %s\n{\n", head);
	if (prints)
		emit(to, "\tstruct va_format mdrv_text;\n\tva_list mdrv_args;\n");
	if (!is_void)
		emit(to, "\t%s;\n", result);
	if (prints || !is_void)
		emit(to, "\n");
	gave_up = fact && emit_order(to, plan, fact, function);
	if (fact && fact->frees >= 0 && !fact->via && is_void)
		emit(to, "\tif (!mdrv_kept_may_free(&mdrv_driver, %s))\n\t\treturn;\n",
		     ((struct parameter *)function->params->pdata[fact->frees])->name);
	emit_before(to, plan, fact, function, "&mdrv_driver", gave_up);
	emit_told(to, fact ? fact->before : NULL, NULL, function);
	if (prints)
		emit_text_begins(to, fact, function);
	emit(to, "\t%s%s;\n", is_void ? "" : "mdrv_ret = ", call);
	if (prints)
		emit(to, "\tva_end(mdrv_args);\n");
	if (fact && fact->after) {
		g_autofree char *ok = success_text(fact, function);

		emit_told(to, fact->after, ok, function);
	}
	if (fact && fact->gives)
		emit_alive(to, fact, function);
	emit_after(to, plan, fact, function, "NULL", "&mdrv_driver");
	emit(to, "%s}\n\n", is_void ? "" : "\treturn mdrv_ret;\n");
}

static bool used_by(const struct plan *plan, const struct wire_passage *passage,
		    const struct source *source)
{
	for (guint i = 0; i < passage->users->len; i++)
		if (source_at(plan, passage->users->pdata[i]) == source)
			return true;
	return false;
}

/*
 * A function of the kernel that passes through ours is renamed after all headers
 * have declared and used it: what their inlines call is renamed with it.
 */
void emit_renames(GString *to, const struct plan *plan, const struct source *source)
{
	for (guint i = 0; i < plan->interposed->len; i++) {
		const struct wire_passage *passage = plan->interposed->pdata[i];
		const char *name = passage->function->name;

		if (used_by(plan, passage, source))
			emit(to, "extern typeof(%s) %s __asm__(\"mdrv_k_%s\");\n", name, name,
			     name);
	}
}

/* From here on its name means the real one again. */
void emit_passages(GString *to, const struct plan *plan, const struct source *source)
{
	for (guint i = 0; i < plan->interposed->len; i++) {
		const struct wire_passage *passage = plan->interposed->pdata[i];
		const struct function *function = passage->function;
		g_autofree char *name = g_strdup_printf("mdrv_real_%s", function->name);
		g_autofree char *head = declare_function(function, name);

		if (used_by(plan, passage, source))
			emit(to, "extern %s __asm__(\"%s\");\n#undef %s\n#define %s %s\n",
			     head, function->name, function->name, function->name, name);
	}
	emit(to, "\n");
	for (guint i = 0; i < plan->interposed->len; i++) {
		const struct wire_passage *passage = plan->interposed->pdata[i];

		if (source_at(plan, passage->home) == source)
			emit_passage(to, plan, passage->function);
	}
}
