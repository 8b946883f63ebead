// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Calls in the kernel half: their descriptions in words (<mdrv/describe.h>), which
 * mdrv.ko carries out, and the little that only a compiler can do: to take typed
 * arguments apart, and to call a function by its name.
 */
#include <inttypes.h>
#include <string.h>

#include "internal.h"
#include "mdrv_plan.h"

static bool is_pointer(const struct pass *pass)
{
	return (pass->kind != PASS_INT && pass->kind != PASS_DROP) ||
	       pass->type->kind == TYPE_POINTER;
}

static bool points_at_function(const struct type *type)
{
	return type->kind == TYPE_POINTER && type->elem && type->elem->kind == TYPE_FUNCTION;
}

static const char *direction(const struct pass *pass)
{
	static const char *const names[] = { "0", "MDRV_R", "MDRV_W", "MDRV_RW" };

	return names[pass->access & MDRV_RW];
}

/* Does @text speak of a parameter of @crossing? Then it is no constant. */
static bool mentions_parameter(const struct crossing *crossing, const char *text)
{
	for (guint i = 0; i < crossing->params->len; i++) {
		const struct pass *pass = crossing->params->pdata[i];
		g_autofree char *escaped = g_regex_escape_string(pass->param->name, -1);
		g_autofree char *pattern = g_strdup_printf("\\b%s\\b", escaped);

		if (g_regex_match_simple(pattern, text, 0, 0))
			return true;
	}
	return false;
}

/* A least length that the words of a downcall cannot say: its callee checks it. */
static bool is_variable(const struct crossing *crossing, const struct pass *pass)
{
	return pass->kind == PASS_BUF && mentions_parameter(crossing, pass->length);
}

/*
 * "MDRV_A_PTR(net_device, 0)". What comes from the user half is checked: @least is that
 * of a buffer, or NULL for what goes there. @length: of an address of the caller's.
 */
static void emit_words(GString *to, const struct plan *plan, const struct pass *pass,
		       const char *least, int length)
{
	const char *record = RECORD_MACRO(plan, pass->record) + strlen("MDRV_REC_");
	const char *flags = pass->nullable || (pass->param && pass->param->unnamed) ?
		"MDRV_NULLABLE" : "0";

	switch (pass->kind) {
	case PASS_VOID:
	case PASS_DROP:
		emit(to, "MDRV_NOTHING");
		break;
	case PASS_INT:
		if (pass->user)
			emit(to, "MDRV_A_USER(%d)", length);
		else if (pass->max)
			emit(to, "MDRV_AN_INT_TO(%s)", pass->max);
		else
			emit(to, "MDRV_AN_INT");
		break;
	case PASS_PTR:
		emit(to, "MDRV_A_PTR(%s, %s)", record, flags);
		break;
	case PASS_STR:
	case PASS_FORMAT:
		emit(to, least && pass->nullable ? "MDRV_A_STR_OR_NULL" : "MDRV_A_STR");
		break;
	case PASS_FN:
		if (least && points_at_function(pass->type))
			emit(to, "MDRV_A_FN(MDRV_FITS(%s), %s)", pass->type->spelling, flags);
		else
			emit(to, "MDRV_A_FN(0, %s)", flags);
		break;
	case PASS_BUF:
		emit(to, "MDRV_A_BUF(%s%s, %s)", direction(pass),
		     least && pass->nullable ? " | MDRV_NULL_BUF" : "", least ? least : "0");
		break;
	case PASS_SETS:
		emit(to, "MDRV_SETS(%s, %s)", record, flags);
		break;
	default:
		break;
	}
}

/*
 * Has it a value? What an upcall drops still has one, though it does not cross: it may be
 * what owns, or what is lost.
 */
static bool has_value(const struct pass *pass, bool is_upcall)
{
	return is_upcall ? pass->kind != PASS_FORMAT : pass->kind != PASS_DROP;
}

/* The number of a parameter's first value, or -1. */
static int value_of(const struct crossing *crossing, const struct pass *wanted, bool is_upcall)
{
	g_autoptr(GPtrArray) order = wire_order(crossing);
	int value = 0;

	for (guint i = 0; i < order->len; i++) {
		const struct pass *pass = order->pdata[i];

		if (!has_value(pass, is_upcall))
			continue;
		if (pass == wanted)
			return value;
		value += pass->kind == PASS_BUF || pass->kind == PASS_SETS ? 2 : 1;
	}
	return -1;
}

int upcall_value(const struct crossing *upcall, const struct pass *wanted)
{
	return value_of(upcall, wanted, true);
}

/* One more than the number of the value that is @pass's length, if one is; or 0. */
static int length_value(const struct crossing *crossing, const struct pass *pass, bool is_upcall)
{
	for (guint i = 0; pass->user && pass->length && i < crossing->params->len; i++) {
		const struct pass *other = crossing->params->pdata[i];

		if (!strcmp(other->param->name, pass->length))
			return value_of(crossing, other, is_upcall) + 1;
	}
	return 0;
}

/* Its result, then its arguments in wire order. */
static void emit_description(GString *to, const struct plan *plan,
			     const struct crossing *crossing, bool is_upcall)
{
	g_autoptr(GPtrArray) order = wire_order(crossing);

	emit_words(to, plan, &crossing->result, NULL, 0);
	for (guint i = 0; i < order->len; i++) {
		const struct pass *pass = order->pdata[i];
		const char *least = pass->kind == PASS_BUF && !is_variable(crossing, pass) ?
			pass->length : "0";

		if (!has_value(pass, is_upcall))
			continue;
		emit(to, ", ");
		emit_words(to, plan, pass, is_upcall ? NULL : least,
			   length_value(crossing, pass, is_upcall));
	}
}

void emit_passes(GString *to, const struct plan *plan, const struct crossing *upcall)
{
	emit(to, "MDRV_PASSES(%s, ", upcall->name);
	emit_description(to, plan, upcall, true);
	emit(to, ");\n");
}

/* What acquisitions belong to: the slot's owner, or the first object. */
static const struct pass *owner_of(const struct crossing *crossing)
{
	if (crossing->owner >= 0 && (guint)crossing->owner < crossing->params->len)
		return crossing->params->pdata[crossing->owner];
	for (guint i = 0; i < crossing->params->len; i++) {
		const struct pass *pass = crossing->params->pdata[i];

		if (pass->kind == PASS_PTR)
			return pass;
	}
	return NULL;
}

char *owner_value(const struct crossing *upcall)
{
	const struct pass *owner = owner_of(upcall);
	int value = owner ? value_of(upcall, owner, true) : -1;

	return value < 0 ? g_strdup("MDRV_NO_OWNER") : g_strdup_printf("%d", value);
}

/* What mdrv_upcall() gets of them: after its own arguments, one u64 for each value. */
static void emit_values(GString *to, const struct crossing *crossing)
{
	g_autoptr(GPtrArray) order = wire_order(crossing);

	for (guint i = 0; i < order->len; i++) {
		const struct pass *pass = order->pdata[i];

		if (!has_value(pass, true))
			continue;
		if (is_word(pass))
			emit(to, ", MDRV_PACK(%" PRIu64 ", %s)", pass->type->size,
			     pass->param->name);
		else if (pass->type->kind != TYPE_INT && pass->type->kind != TYPE_POINTER)
			emit(to, ", MDRV_VN(0)");
		else
			emit(to, ", %s(%s)", is_pointer(pass) ? "MDRV_VP" : "MDRV_VN",
			     pass->param->name);
		if (pass->kind == PASS_BUF)
			emit(to, ", MDRV_VN(%s)", pass->length);
	}
}

/* "MDRV_P(0, struct net_device *)" */
static char *value_text(const struct crossing *crossing, const struct pass *pass, bool is_upcall)
{
	const char *type = pass->kind == PASS_FORMAT ? "const char *" : pass->type->spelling;

	if (!has_value(pass, is_upcall))
		return g_strdup(pass->text ? pass->text : "0");
	if (is_word(pass))
		return g_strdup_printf("MDRV_UNPACK(%s, %" PRIu64 ", MDRV_N(%d, u64))", type,
				       pass->type->size, value_of(crossing, pass, is_upcall));
	return g_strdup_printf("MDRV_%s(%d, %s)", is_pointer(pass) ? "P" : "N",
			       value_of(crossing, pass, is_upcall), type);
}

/* @text with the values of parameters for their names. */
static char *with_values(const struct crossing *crossing, const char *text)
{
	char *out = g_strdup(text);

	for (guint i = 0; i < crossing->params->len; i++) {
		const struct pass *pass = crossing->params->pdata[i];
		g_autofree char *name = g_regex_escape_string(pass->param->name, -1);
		g_autofree char *pattern = g_strdup_printf("\\b%s\\b", name);
		g_autoptr(GRegex) regex = g_regex_new(pattern, 0, 0, NULL);
		g_autofree char *value = value_text(crossing, pass, true);
		char *next = g_regex_replace_literal(regex, out, -1, 0, value, 0, NULL);

		g_free(out);
		out = next;
	}
	return out;
}

static void emit_torn(GString *to, const struct crossing *crossing)
{
	g_autofree char *text = with_values(crossing, crossing->torn);

	emit(to, "static void MDRV_GLUE mdrv_torn_%s(const u64 *mdrv_v)\n{\n\t%s;\n}\n\n",
	     crossing->name, text);
}

static void emit_guard(GString *to, const struct crossing *crossing)
{
	if (crossing->result.kind == PASS_VOID)
		emit(to, "\tif (!mdrv_may_wait()) {\n\t\t%s;\n\t\treturn;\n\t}\n",
		     crossing->guarded);
	else
		emit(to, "\tif (!mdrv_may_wait())\n\t\treturn %s;\n", crossing->guarded);
}

static void emit_upcall_body(GString *to, const struct crossing *crossing)
{
	const struct pass *result = &crossing->result;
	bool is_void = result->kind == PASS_VOID;

	if (crossing->guarded)
		emit_guard(to, crossing);
	emit(to, "\t");
	if (is_word(result))
		emit(to, "return MDRV_UNPACK(%s, %" PRIu64 ", ", result->type->spelling,
		     result->type->size);
	else if (!is_void)
		emit(to, "return (%s)%s", result->type->spelling,
		     is_pointer(result) ? "(uintptr_t)" : "");
	emit(to, "mdrv_upcall%s(&mdrv_driver, MDRV_UP_%s, ", crossing->torn ? "_torn" : "",
	     crossing->name);
	if (is_word(result))
		emit(to, "MDRV_PACK(%" PRIu64 ", %s)", result->type->size, crossing->failure);
	else
		emit(to, "%s(%s)", is_void || !is_pointer(result) ? "MDRV_VN" : "MDRV_VP",
		     is_void ? "0" : crossing->failure);
	if (crossing->torn)
		emit(to, ", mdrv_torn_%s", crossing->name);
	emit_values(to, crossing);
	emit(to, ")%s;\n", is_word(result) ? ")" : "");
}

void emit_upcall(GString *to, const struct plan *plan, const struct crossing *crossing)
{
	const struct function *function = crossing->function;
	g_autofree char *name = g_strdup_printf("mdrv_up_%s", crossing->name);
	g_autofree char *head = declare_function(function, name);

	if (crossing->torn)
		emit_torn(to, crossing);
	emit(to, "/* %s:%u */\nMDRV_GLUE %s\n{\n", short_path(plan, function->at.file),
	     function->at.line, head);
	emit_upcall_body(to, crossing);
	emit(to, "}\n\n");
}

static bool prints(const struct crossing *crossing)
{
	for (guint i = 0; i < crossing->params->len; i++)
		if (((struct pass *)crossing->params->pdata[i])->kind == PASS_FORMAT)
			return true;
	return false;
}

static bool is_timed(const struct crossing *crossing)
{
	for (guint i = 0; i < crossing->params->len; i++)
		if (((struct pass *)crossing->params->pdata[i])->max)
			return true;
	return false;
}

static char *flags_of(const struct crossing *downcall)
{
	g_autoptr(GString) flags = g_string_new(NULL);

	if (downcall->fact && downcall->fact->acquires)
		g_string_append(flags, " | MDRV_DC_ACQUIRES");
	if (prints(downcall))
		g_string_append(flags, " | MDRV_DC_PRINTS");
	if (is_timed(downcall))
		g_string_append(flags, " | MDRV_DC_TIMED");
	return g_strdup(flags->len ? flags->str + strlen(" | ") : "0");
}

/* What a callee does beside calling: refusals, and its entries in the log. */
struct effects {
	GString *before;
	GString *after;
	bool gave_up;
};

static void collect_lengths(GString *to, const struct crossing *crossing)
{
	for (guint i = 0; i < crossing->params->len; i++) {
		const struct pass *pass = crossing->params->pdata[i];

		if (is_variable(crossing, pass))
			emit(to, "\tif (%s%smdrv_is_short(mdrv_call, %s, MDRV_N(%d, u64), %s))\n"
				 "\t\treturn 0;\n", pass->nullable ? pass->param->name : "",
			     pass->nullable ? " && " : "", pass->param->name,
			     value_of(crossing, pass, false) + 1, pass->length);
	}
}

/*
 * Is the callee an inline, and logs what it calls the acquisition? So it is where kept
 * code of the file that has the handler gets there, too: its symbol is our wrapper's.
 */
static bool is_logged_inside(const struct plan *plan, const struct crossing *crossing)
{
	GPtrArray *calls = crossing->function->calls, *interposed = plan->interposed;

	for (guint i = 0; crossing->is_inline && i < calls->len; i++) {
		const struct function *callee = ((struct call *)calls->pdata[i])->callee;
		const struct fact *fact = callee ?
			knowledge_fact(plan->partition->knowledge, callee->name) : NULL;

		for (guint j = 0; fact && fact->acquires && j < interposed->len; j++) {
			const struct wire_passage *passage = interposed->pdata[j];

			if (passage->function == callee &&
			    !g_strcmp0(fact->acquires, crossing->fact->acquires) &&
			    g_ptr_array_find_with_equal_func(passage->users, crossing->home,
							     g_str_equal, NULL))
				return true;
		}
	}
	return false;
}

/* What a call that failed has left in a pointer is nothing to show. */
static void emit_unset(GString *to, const struct crossing *crossing)
{
	g_autofree char *ok = success_text(crossing->fact, crossing->function);

	for (guint i = 0; i < crossing->params->len; i++) {
		const struct pass *pass = crossing->params->pdata[i];

		if (pass->kind != PASS_SETS || !strcmp(ok, "1"))
			continue;
		if (ok[0] == '!' && !strchr(ok, ' '))
			emit(to, "\tif (%s)\n", ok + 1);
		else
			emit(to, "\tif (!(%s))\n", ok);
		emit(to, "\t\tmdrv_unset(%s);\n", pass->param->name);
	}
}

/* A lock that has been initialised, argument 0, has the class of its place. */
static void emit_lock_class(GString *to, const struct plan *plan, const struct crossing *crossing)
{
	const struct pass *lock = crossing->params->len ? crossing->params->pdata[0] : NULL;
	const char *text = crossing->fact ? crossing->fact->lock_map : NULL;
	g_autofree char *map = text ? expand_fact(text, crossing->function, "mdrv_ret") : NULL;

	if (map && lock && lock->kind == PASS_PTR && lock->record)
		emit(to, "\tMDRV_SET_LOCK_CLASS(%s, %s, %s);\n", lock->param->name,
		     RECORD_MACRO(plan, lock->record) + strlen("MDRV_REC_"), map);
}

static struct effects collect_effects(const struct plan *plan, const struct crossing *crossing)
{
	const struct function *function = crossing->function;
	struct effects e = { .before = g_string_new(NULL), .after = g_string_new(NULL) };

	collect_lengths(e.before, crossing);
	emit_needs(e.before, plan, crossing);
	e.gave_up = emit_checks(e.before, plan, crossing->fact, function);
	emit_before(e.before, plan, crossing->fact, function, "mdrv_call->drv", e.gave_up);
	if (!crossing->fact || !is_logged_inside(plan, crossing))
		emit_after(e.after, plan, crossing->fact, function, "mdrv_call", "mdrv_call->drv");
	emit_lock_class(e.after, plan, crossing);
	emit_unset(e.after, crossing);
	return e;
}

/* Does it take no more than to call it? Macros may want arguments with names. */
static bool is_simple(const struct crossing *crossing, const struct effects *effects)
{
	for (guint i = 0; i < crossing->params->len; i++)
		if (((struct pass *)crossing->params->pdata[i])->kind == PASS_DROP)
			return false;
	return !crossing->is_macro && !effects->before->len && !effects->after->len;
}

static void emit_returned(GString *to, const struct crossing *crossing, const char *value)
{
	switch (crossing->result.kind) {
	case PASS_VOID:
		emit(to, "\treturn 0;\n");
		break;
	case PASS_INT:
		if (is_word(&crossing->result)) {
			emit(to, "\treturn MDRV_PACK(%" PRIu64 ", %s);\n",
			     crossing->result.type->size, value);
			break;
		}
		if (crossing->result.type->kind != TYPE_POINTER) {
			emit(to, "\treturn %s;\n", value);
			break;
		}
		/* fall through */
	default:
		emit(to, "\treturn MDRV_VP(%s);\n", value);
	}
}

static void emit_simple_callee(GString *to, const struct plan *plan,
			       const struct crossing *crossing)
{
	g_autoptr(GPtrArray) values = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *call = NULL;

	for (guint i = 0; i < crossing->params->len; i++)
		g_ptr_array_add(values, value_text(crossing, crossing->params->pdata[i], false));
	call = callee_text(plan, crossing->fact, crossing->function, "mdrv_call->drv", false,
			   values, NULL);
	if (crossing->result.kind == PASS_VOID)
		emit(to, "\t%s;\n", call);
	emit_returned(to, crossing, call);
}

static void emit_callee(GString *to, const struct plan *plan, const struct crossing *crossing,
			const struct effects *effects)
{
	const struct function *function = crossing->function;
	bool is_void = crossing->result.kind == PASS_VOID;
	g_autofree char *result = declare_result(function, "mdrv_ret");
	g_autofree char *call = callee_text(plan, crossing->fact, function, "mdrv_call->drv",
					    effects->gave_up, NULL, NULL);
	g_autoptr(GPtrArray) order = wire_order(crossing);

	for (guint i = 0; i < order->len; i++) {
		const struct pass *pass = order->pdata[i];
		g_autofree char *value = value_text(crossing, pass, false);
		g_autofree char *local = declare(pass->kind == PASS_FORMAT ? "const char *" :
						 pass->type->spelling, pass->param->name);

		emit(to, "\t%s = %s;\n", local, value);
	}
	if (!is_void)
		emit(to, "\t%s;\n", result);
	emit(to, "%s%s\t%s%s;\n%s", order->len || !is_void ? "\n" : "", effects->before->str,
	     is_void ? "" : "mdrv_ret = ", call, effects->after->str);
	emit_returned(to, crossing, "mdrv_ret");
}

void emit_downcall(GString *to, const struct plan *plan, const struct crossing *crossing)
{
	struct effects effects = collect_effects(plan, crossing);
	g_autofree char *flags = flags_of(crossing);

	emit(to, "MDRV_DOWNCALL(%s, %s, ", crossing->name, flags);
	emit_description(to, plan, crossing, false);
	emit(to, ")\n{\n");
	if (is_simple(crossing, &effects))
		emit_simple_callee(to, plan, crossing);
	else
		emit_callee(to, plan, crossing, &effects);
	emit(to, "}\n\n");
	g_string_free(effects.before, TRUE);
	g_string_free(effects.after, TRUE);
}
