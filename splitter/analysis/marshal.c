// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * How parameters and results cross. One walk for both directions: what a type
 * means on its own is refined by facts (kernel-wide, of an ops-table slot, or a
 * hint), and what remains unclear is refused together with the hint that would
 * settle it.
 */
#include <inttypes.h>
#include <string.h>

#include "marshal.h"
#include "marshal_type.h"
#include "mdrv_plan.h"

enum direction { UPCALL, DOWNCALL };

/* One attempt to build a crossing. */
struct attempt {
	struct model *model;
	const struct knowledge *knowledge;
	const struct function *function;
	const struct fact *fact;
	const struct hint *hint;
	GPtrArray *slots;		/* const struct slot_fact * */
	enum direction direction;
	const struct function *caller;	/* of the one call that is looked at */
	const char **why;
	struct location *at;
	const char **settle;
};

static const struct fact_arg *find_arg(const struct attempt *attempt, int index)
{
	const struct fact_arg *arg = NULL;

	if (attempt->hint && attempt->hint->args)
		arg = fact_arg(attempt->hint->args, index);
	if (!arg && attempt->fact && attempt->fact->args)
		arg = fact_arg(attempt->fact->args, index);
	for (guint i = 0; !arg && attempt->slots && i < attempt->slots->len; i++) {
		const struct slot_fact *slot = attempt->slots->pdata[i];

		if (slot->args)
			arg = fact_arg(slot->args, index);
	}
	return arg;
}

/* Sets the reason and the hint text; always returns false. */
static bool refuse(const struct attempt *attempt, const struct parameter *param, int index,
		   const char *problem, const char *suggestion)
{
	struct model *model = attempt->model;
	g_autofree char *what = param ? g_strdup_printf("parameter '%s'", param->name) :
		g_strdup("the result");
	const char *spelling = param ? param->type->spelling :
		attempt->function->type->elem->spelling;
	g_autofree char *text = g_strdup_printf("%s of %s() (%s): %s", what,
						attempt->function->name, spelling, problem);

	*attempt->why = model_intern(model, text);
	*attempt->at = param ? param->at : attempt->function->at;
	if (suggestion) {
		g_autofree char *arg = index < 0 ? g_strdup("result") :
			g_strdup_printf("%d", index);
		g_autofree char *yaml = g_strdup_printf(
			"%s: {%s: {args: {%s: {%s}}}}",
			attempt->function->in_driver ? "functions" : "kernel",
			attempt->function->name, arg, suggestion);

		*attempt->settle = model_intern(model, yaml);
	}
	return false;
}

/* "$0 * $1" -> "len * count": $n are parameters by number. */
static const char *expand(const struct attempt *attempt, const char *text)
{
	GPtrArray *params = attempt->function->params;
	g_autoptr(GString) out = g_string_new(NULL);

	for (const char *p = text; *p; p++) {
		char *end;
		guint64 n;

		if (*p != '$' || !g_ascii_isdigit(p[1])) {
			g_string_append_c(out, *p);
			continue;
		}
		n = g_ascii_strtoull(p + 1, &end, 10);
		if (n < params->len)
			g_string_append(out, ((struct parameter *)params->pdata[n])->name);
		else
			g_string_append_printf(out, "$%" G_GUINT64_FORMAT, n);
		p = end - 1;
	}
	return model_intern(attempt->model, out->str);
}

static void set_pointee(const struct attempt *attempt, struct pass *pass, const char *name,
			struct record *record)
{
	pass->kind = PASS_PTR;
	pass->record_name = name ? model_intern(attempt->model, name) : NULL;
	pass->pointee = record ? record : name ? model_record(attempt->model, name) : NULL;
}

/* Bytes that someone else's length bounds. */
static bool pass_buffer(const struct attempt *attempt, struct pass *pass, int index,
			const struct fact_arg *arg)
{
	const struct type *elem = pass->type->elem;
	bool is_void = elem->kind == TYPE_VOID || elem->kind == TYPE_FUNCTION || !elem->size;

	pass->kind = PASS_BUF;
	if (!strcmp(arg->kind, "out"))
		pass->access = MDRV_W;
	else if (!strcmp(arg->kind, "inout"))
		pass->access = MDRV_RW;
	else
		pass->access = elem->is_const ? MDRV_R : MDRV_RW;
	if (arg->length) {
		pass->length = expand(attempt, arg->length);
	} else if (!is_void) {
		g_autofree char *length = g_strdup_printf("sizeof(*%s)", pass->param->name);

		pass->length = model_intern(attempt->model, length);
	} else {
		return refuse(attempt, pass->param, index, "a buffer of unknown length",
			      "kind: buffer, length: BYTES");
	}
	return true;
}

/* An object of which neither the fact nor the type says what it is. */
static bool pass_untyped(const struct attempt *attempt, struct pass *pass, int index)
{
	struct record *record = NULL;
	bool many = false;

	if (attempt->direction == UPCALL && pass->param)
		record = param_taken_for(attempt->function, index, &many);
	if (attempt->direction == DOWNCALL && find_arg(attempt, index)->typed)
		return refuse(attempt, pass->param, index, "a void pointer to no record",
			      "kind: object, record: RECORD");
	if (many)
		return refuse(attempt, pass->param, index,
			      "a void pointer that is taken for more than one record",
			      "kind: object, record: RECORD");
	set_pointee(attempt, pass, record ? record->name : NULL, record);
	return true;
}

static bool is_drivers(const struct argument *value)
{
	return value && value->kind == ARG_FUNCTION && value->function->in_driver &&
	       !value->function->in_header;
}

/* The address of a pointer, which the callee sets: one more result. */
static bool pass_sets(const struct attempt *attempt, struct pass *pass, int index,
		      const struct fact_arg *arg, const struct argument *value)
{
	const struct type *set = pass->type->kind == TYPE_POINTER ? pass->type->elem : NULL;

	if (!pass->param || attempt->direction == UPCALL || !set || set->kind != TYPE_POINTER)
		return refuse(attempt, pass->param, index,
			      "not the address of a pointer that a callee could set", NULL);
	if (value && value->kind == ARG_NULL && !arg->nullable)
		return refuse(attempt, pass->param, index, "NULL, where nothing can be set", NULL);
	if (arg->record)
		set_pointee(attempt, pass, arg->record, NULL);
	else if (type_is_record_pointer(set))
		set_pointee(attempt, pass, type_record_name(attempt->model, set->elem),
			    set->elem->record);
	else
		return refuse(attempt, pass->param, index, "sets a pointer to no record",
			      "kind: sets, record: RECORD");
	pass->kind = PASS_SETS;
	return true;
}

/* The driver's own number, which is not for a user half to change: it does not cross. */
static bool pass_constant(const struct attempt *attempt, struct pass *pass, int index,
			  const struct argument *value)
{
	g_autofree char *text = NULL;

	if (!value || value->kind != ARG_INT)
		return refuse(attempt, pass->param, index, "no constant", NULL);
	text = g_strdup_printf("%" PRId64, value->value);
	pass->kind = PASS_DROP;
	pass->text = model_intern(attempt->model, text);
	return true;
}

/* What a fact or hint says about an argument. */
static bool pass_by_fact(const struct attempt *attempt, struct pass *pass, int index,
			 const struct fact_arg *arg, const struct argument *value)
{
	const struct type *given = given_type(attempt->caller, value);
	const char *kind = arg->kind;

	if (!strcmp(kind, "buffer") || !strcmp(kind, "out") || !strcmp(kind, "inout")) {
		if (!pass->param || pass->type->kind != TYPE_POINTER)
			return refuse(attempt, pass->param, index, "not a pointer to a buffer",
				      NULL);
		return pass_buffer(attempt, pass, index, arg);
	}
	if (!strcmp(kind, "constant"))
		return pass_constant(attempt, pass, index, value);
	if (!strcmp(kind, "sets"))
		return pass_sets(attempt, pass, index, arg, value);
	if (!strcmp(kind, "string")) {
		pass->kind = PASS_STR;
	} else if (!strcmp(kind, "user")) {
		pass->kind = PASS_INT;
		pass->user = pass->param != NULL;
		pass->length = arg->length ? expand(attempt, arg->length) : NULL;
	} else if (!strcmp(kind, "value")) {
		pass->kind = PASS_INT;
	} else if (!strcmp(kind, "callback")) {
		if (arg->typed && !is_drivers(value))
			return refuse(attempt, pass->param, index,
				      "a function that is not the driver's", NULL);
		pass->kind = PASS_FN;
	} else if (!strcmp(kind, "drop")) {
		pass->kind = PASS_DROP;
		pass->text = arg->text ? expand(attempt, arg->text) : "0";
	} else if (!strcmp(kind, "region")) {
		set_pointee(attempt, pass, MARSHAL_BYTES, NULL);
	} else if (!strcmp(kind, "opaque")) {
		set_pointee(attempt, pass, type_is_record_pointer(pass->type) ?
			    type_record_name(attempt->model, pass->type->elem) : NULL, NULL);
	} else if (!strcmp(kind, "object")) {
		if (arg->record)
			set_pointee(attempt, pass, arg->record, NULL);
		else if (type_is_record_pointer(pass->type))
			set_pointee(attempt, pass, type_record_name(attempt->model,
								    pass->type->elem),
				    pass->type->elem->record);
		else if (type_is_record_pointer(given))
			set_pointee(attempt, pass, type_record_name(attempt->model, given->elem),
				    given->elem->record);
		else
			return pass_untyped(attempt, pass, index);
	} else {
		return refuse(attempt, pass->param, index, "the fact about it has no known kind",
			      NULL);
	}
	return true;
}

/* Inline assembly on memory: on a copy of it, it would not be what it is meant to be. */
static bool is_atomic(const struct function *function, int depth)
{
	if (function->traits & (TRAIT_ATOMIC_OP | TRAIT_ASM_EFFECT))
		return true;
	for (guint i = 0; depth && i < function->calls->len; i++) {
		const struct call *call = function->calls->pdata[i];

		if (call->callee && call->callee->in_header && is_atomic(call->callee, depth - 1))
			return true;
	}
	return false;
}

bool marshal_is_atomic(const struct function *function)
{
	return is_atomic(function, 4);
}

/* A pointer to something scalar, without a fact. */
static bool pass_scalar_pointer(const struct attempt *attempt, struct pass *pass, int index,
				const struct argument *value)
{
	const struct type *elem = pass->type->elem;
	const char *canonical = elem->canonical;
	struct fact_arg one = { .index = index, .kind = "inout" };

	if (elem->is_const && (g_str_has_suffix(canonical, "const char") ||
			       !strcmp(canonical, "const char"))) {
		pass->kind = PASS_STR;
		return true;
	}
	/*
	 * The address of a local scalar is the address of one, and nobody keeps it.
	 * Inlines are another matter: theirs may be atomic operations on shared words.
	 */
	if (attempt->direction == DOWNCALL && !attempt->function->in_header && value &&
	    value->kind == ARG_LOCAL_ADDRESS && value->text && value->text[0] == '&') {
		if (elem->is_const)
			one.kind = "buffer";
		return pass_buffer(attempt, pass, index, &one);
	}
	if (attempt->direction == DOWNCALL && attempt->function->in_header &&
	    marshal_is_atomic(attempt->function))
		return refuse(attempt, pass->param, index,
			      "an operation on the kernel's own memory, not on a copy", NULL);
	return refuse(attempt, pass->param, index, "points at data of unknown length",
		      pass->param ? "kind: buffer, length: BYTES" : "kind: opaque");
}

/* By its type a name for something of the kernel's, whoever has it. */
static bool is_handle(const struct attempt *attempt, const struct pass *pass)
{
	return g_hash_table_contains(attempt->knowledge->handles, pass->type->spelling);
}

static bool pass_pointer(const struct attempt *attempt, struct pass *pass, int index,
			 const struct argument *value)
{
	const struct record *table = type_table_of(attempt->knowledge, pass->type);
	const struct type *given = given_type(attempt->caller, value);
	const struct type *elem = pass->type->elem;

	switch (elem->kind) {
	case TYPE_FUNCTION:
		pass->kind = PASS_FN;
		return true;
	case TYPE_RECORD:
		set_pointee(attempt, pass, type_record_name(attempt->model, elem), elem->record);
		return true;
	case TYPE_INT:
		return pass_scalar_pointer(attempt, pass, index, value);
	case TYPE_VOID:
		if (type_is_record_pointer(given)) {
			set_pointee(attempt, pass, type_record_name(attempt->model, given->elem),
				    given->elem->record);
			return true;
		}
		if (is_handle(attempt, pass)) {
			set_pointee(attempt, pass, NULL, NULL);
			return true;
		}
		return refuse(attempt, pass->param, index, "void pointer of unknown meaning",
			      pass->param ? "kind: buffer, length: BYTES" :
			      "kind: object, record: RECORD");
	default:
		if (table) {
			set_pointee(attempt, pass, type_table_name(attempt->model, table), NULL);
			return true;
		}
		return refuse(attempt, pass->param, index,
			      "a pointer to something that has no wire form", "kind: opaque");
	}
}

/* May it be NULL? A string that is no literal may, for all that can be seen. */
static bool may_be_null(const struct pass *pass, const struct fact_arg *arg,
			const struct argument *value)
{
	if (arg && arg->nullable)
		return true;
	if (pass->kind == PASS_STR)
		return !value || value->kind != ARG_STRING;
	return value && value->kind == ARG_NULL;
}

/* One parameter (@param) or the result (NULL); @value is what one call passes. */
static bool classify_kind(const struct attempt *attempt, struct pass *pass, int index,
		     const struct argument *value)
{
	const struct fact_arg *arg = find_arg(attempt, index);
	const struct type *type = pass->type;

	pass->max = arg ? arg->max : NULL;
	if (arg && arg->kind)
		return pass_by_fact(attempt, pass, index, arg, value);
	switch (type->kind) {
	case TYPE_VOID:
		pass->kind = PASS_VOID;
		return true;
	case TYPE_INT:
		if (type->size > 8)
			break;
		pass->kind = PASS_INT;
		return true;
	case TYPE_POINTER:
		if (!pass->param || !pass->param->is_user)
			return pass_pointer(attempt, pass, index, value);
		pass->kind = PASS_INT;
		pass->user = true;
		return true;
	case TYPE_RECORD:
		if (!type_is_word(type))
			return refuse(attempt, pass->param, index,
				      "a struct passed by value that is no word of integers", NULL);
		pass->kind = PASS_INT;
		return true;
	default:
		break;
	}
	return refuse(attempt, pass->param, index, "a type that has no wire form", NULL);
}

static bool classify(const struct attempt *attempt, struct pass *pass, int index,
		     const struct argument *value)
{
	const struct fact_arg *arg = find_arg(attempt, index);
	const struct type *type = pass->type;
	bool fits = classify_kind(attempt, pass, index, value);
	g_autofree char *why = NULL;

	pass->nullable = may_be_null(pass, arg, value) || is_handle(attempt, pass) ||
			 type_table_of(attempt->knowledge, type);
	pass->typed = arg && arg->typed;
	if (!fits || !arg || !arg->field || !value ||
	    marshal_is_of_field(attempt->caller, arg, value))
		return fits;
	why = g_strdup_printf("is not known to be that of a %s", arg->field);
	return refuse(attempt, pass->param, index, why, NULL);
}

/* The record that the driver takes a void * result for, if that is one everywhere. */
static struct record *taken_for(const struct function *function)
{
	struct record *found = NULL;

	for (guint i = 0; i < function->callers->len; i++) {
		const struct call *call = function->callers->pdata[i];

		if (!call->caller->in_driver || !call->assigned)
			continue;
		if (!call->assigned_record || (found && found != call->assigned_record))
			return NULL;
		found = call->assigned_record;
	}
	return found && found->name[0] ? found : NULL;
}

static bool classify_result(const struct attempt *attempt, struct crossing *crossing)
{
	struct pass *pass = &crossing->result;
	const struct fact_arg *arg = find_arg(attempt, -1);
	struct record *record = NULL;

	pass->type = attempt->function->type->elem;
	if (pass->type->kind == TYPE_POINTER && pass->type->elem->kind == TYPE_VOID &&
	    !(arg && arg->kind))
		record = taken_for(attempt->function);
	if (record) {
		set_pointee(attempt, pass, record->name, record);
		return true;
	}
	if (!classify(attempt, pass, -1, NULL))
		return false;
	if (pass->kind == PASS_BUF || pass->kind == PASS_FN || pass->kind == PASS_DROP)
		return refuse(attempt, NULL, -1, "a result of this kind cannot cross", NULL);
	return true;
}

static bool classify_params(const struct attempt *attempt, struct crossing *crossing,
			    const struct call *call)
{
	const struct function *function = attempt->function;
	int format = attempt->fact ? attempt->fact->format : -1;

	if (function->type->variadic && format < 0)
		return refuse(attempt, NULL, -1, "a variable argument list", NULL);
	for (guint i = 0; i < function->params->len; i++) {
		struct pass *pass = model_alloc(attempt->model, sizeof(*pass));
		const struct argument *value = NULL;

		if (call && call->args && i < call->args->len)
			value = call->args->pdata[i];
		pass->param = function->params->pdata[i];
		pass->type = pass->param->type;
		if ((int)i == format)
			pass->kind = PASS_FORMAT;
		else if (!classify(attempt, pass, i, value))
			return false;
		g_ptr_array_add(crossing->params, pass);
	}
	return true;
}

static struct crossing *crossing_new(const struct attempt *attempt)
{
	struct crossing *crossing = model_alloc(attempt->model, sizeof(*crossing));

	crossing->function = (struct function *)attempt->function;
	crossing->name = attempt->function->name;
	crossing->params = model_array(attempt->model);
	crossing->owner = -1;
	return crossing;
}

/* Facts of all ops-table slots that a function is put into. */
static GPtrArray *slot_facts(const struct attempt *attempt)
{
	GPtrArray *slots = g_ptr_array_new();
	GPtrArray *references = attempt->function->references;

	for (guint i = 0; references && i < references->len; i++) {
		const struct reference *reference = references->pdata[i];
		const struct slot_fact *slot;

		if (reference->kind != REF_SLOT || !reference->field || !reference->field->owner)
			continue;
		slot = knowledge_slot(attempt->knowledge, reference->field->owner->name,
				      reference->field->name);
		if (slot)
			g_ptr_array_add(slots, (gpointer)slot);
	}
	return slots;
}

/* What the kernel half returns when there is nobody to ask. */
static const char *default_failure(const struct type *result)
{
	if (result->kind != TYPE_INT)
		return NULL;
	return result->is_signed && !result->is_bool && result->size >= 4 ? "-EIO" : "0";
}

static bool settle_mode(const struct attempt *attempt, struct crossing *crossing)
{
	const struct type *result = attempt->function->type->elem;

	for (guint i = 0; i < attempt->slots->len; i++) {
		const struct slot_fact *slot = attempt->slots->pdata[i];

		if (slot->mode && !strcmp(slot->mode, "undo"))
			crossing->mode = MDRV_UNDO;
		else if (slot->mode && !strcmp(slot->mode, "release"))
			crossing->mode = MDRV_RELEASE;
		if (slot->owner >= 0)
			crossing->owner = slot->owner;
		if (slot->failure)
			crossing->failure = slot->failure;
		if (slot->torn)
			crossing->torn = expand(attempt, slot->torn);
		if (slot->guarded)
			crossing->guarded = expand(attempt, slot->guarded);
	}
	if (attempt->hint && attempt->hint->failure)
		crossing->failure = attempt->hint->failure;
	if (crossing->failure || result->kind == TYPE_VOID)
		return true;
	crossing->failure = default_failure(result);
	if (!crossing->failure)
		return refuse(attempt, NULL, -1, "what to return without a user half is unknown",
			      NULL);
	return true;
}

struct crossing *marshal_upcall(struct model *model, const struct knowledge *knowledge,
				const struct function *function, const char **why,
				struct location *at, const char **hint)
{
	struct attempt attempt = {
		.model = model, .knowledge = knowledge, .function = function,
		.hint = knowledge_hint(knowledge, function->name),
		.direction = UPCALL, .why = why, .at = at, .settle = hint,
	};
	g_autoptr(GPtrArray) slots = slot_facts(&attempt);
	struct crossing *crossing = crossing_new(&attempt);

	attempt.slots = slots;
	*why = NULL;
	*hint = NULL;
	if (!classify_params(&attempt, crossing, NULL) || !classify_result(&attempt, crossing) ||
	    !settle_mode(&attempt, crossing))
		return NULL;
	return crossing;
}

struct crossing *marshal_downcall(struct model *model, const struct knowledge *knowledge,
				  const struct function *function, const struct call *call,
				  const char **why, struct location *at, const char **hint)
{
	struct attempt attempt = {
		.model = model, .knowledge = knowledge, .function = function,
		.fact = knowledge_fact(knowledge, function->name),
		.hint = function->in_driver ? knowledge_hint(knowledge, function->name) : NULL,
		.direction = DOWNCALL, .caller = call ? call->caller : NULL,
		.why = why, .at = at, .settle = hint,
	};
	struct crossing *crossing = crossing_new(&attempt);

	*why = NULL;
	*hint = NULL;
	crossing->fact = attempt.fact;
	crossing->in_driver = function->in_driver;
	crossing->is_inline = function->in_header && function->is_inline;
	if (!classify_params(&attempt, crossing, call) || !classify_result(&attempt, crossing))
		return NULL;
	if (attempt.hint && attempt.hint->args->len)
		((struct hint *)attempt.hint)->used = true;
	return crossing;
}
