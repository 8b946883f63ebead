// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * How values cross in the user half: stubs and handlers take these steps in the order
 * of the words that describe.c gives the kernel half.
 */
#include <inttypes.h>

#include "internal.h"
#include "mdrv_plan.h"

static const char *int_cast(const struct type *type)
{
	return type->kind == TYPE_POINTER ? "(uintptr_t)" : "";
}

/* A number for what is there by the name of @what. */
static void emit_put_number(GString *to, const char *call, const struct type *type,
			    const char *what)
{
	if (type->kind == TYPE_RECORD)
		emit(to, "\tmdrv_put_int(%s, MDRV_PACK(%" PRIu64 ", %s));\n", call, type->size,
		     what);
	else
		emit(to, "\tmdrv_put_int(%s, %s%s);\n", call, int_cast(type), what);
}

/* @what, a name or a declaration, gets what came as a number. */
static void emit_get_number(GString *to, const char *call, const struct type *type,
			    const char *what)
{
	if (type->kind == TYPE_RECORD)
		emit(to, "\t%s = MDRV_UNPACK(%s, %" PRIu64 ", mdrv_get_int(%s));\n", what,
		     type->spelling, type->size, call);
	else
		emit(to, "\t%s = (%s)%smdrv_get_int(%s);\n", what, type->spelling, int_cast(type),
		     call);
}

static const char *direction(const struct pass *pass)
{
	return pass->access == MDRV_R ? "MDRV_R" : pass->access == MDRV_W ? "MDRV_W" : "MDRV_RW";
}

/* A buffer that comes back changed. */
static bool returns(const struct pass *pass)
{
	return pass->kind == PASS_BUF && pass->access & MDRV_W;
}

void emit_put(GString *to, const struct plan *plan, const struct pass *pass)
{
	const char *name = pass->param->name;

	switch (pass->kind) {
	case PASS_INT:
		emit_put_number(to, "&mdrv_call", pass->type, name);
		break;
	case PASS_PTR:
		emit(to, "\tmdrv_put_ptr(&mdrv_call, %s, %s);\n", name,
		     RECORD_MACRO(plan, pass->record));
		break;
	case PASS_STR:
		emit(to, "\tmdrv_put_str(&mdrv_call, %s);\n", name);
		break;
	case PASS_FORMAT:
		emit(to, "\tmdrv_put_str(&mdrv_call, mdrv_text);\n");
		break;
	case PASS_FN:
		emit(to, "\tmdrv_put_fn(&mdrv_call, %s);\n", name);
		break;
	case PASS_SETS:
		emit(to, "\tmdrv_put_int(&mdrv_call, %s != NULL);\n", name);
		break;
	case PASS_BUF:
		emit(to, "\tmdrv_put_buf(&mdrv_call, %s, %s, %s);\n", name, pass->length,
		     direction(pass));
		break;
	default:
		break;
	}
}

void emit_get(GString *to, const struct plan *plan, const struct pass *pass)
{
	g_autofree char *local = pass->kind == PASS_FORMAT ? NULL :
		declare(pass->type->spelling, pass->param->name);

	switch (pass->kind) {
	case PASS_FORMAT:
		emit(to, "\tconst char *%s = mdrv_get_str(mdrv_call);\n", pass->param->name);
		break;
	case PASS_INT:
		emit_get_number(to, "mdrv_call", pass->type, local);
		break;
	case PASS_STR:
		emit(to, "\t%s = (void *)mdrv_get_str(mdrv_call);\n", local);
		break;
	case PASS_DROP:
		emit(to, "\t%s = %s;\n", local, pass->text);
		break;
	case PASS_FN:
		emit(to, "\t%s = mdrv_get_fn(mdrv_call);\n", local);
		break;
	case PASS_PTR:
	case PASS_BUF:
		emit(to, "\t%s = mdrv_get_ptr(mdrv_call, %s);\n", local,
		     pass->kind == PASS_BUF ? "MDRV_REC_BYTES" : RECORD_MACRO(plan, pass->record));
		break;
	default:
		break;
	}
}

void emit_put_result(GString *to, const struct plan *plan, const struct crossing *crossing)
{
	const struct pass *result = &crossing->result;

	switch (result->kind) {
	case PASS_INT:
		emit_put_number(to, "mdrv_call", result->type, "mdrv_ret");
		break;
	case PASS_PTR:
		emit(to, "\tmdrv_put_ptr(mdrv_call, mdrv_ret, %s);\n",
		     RECORD_MACRO(plan, result->record));
		break;
	case PASS_STR:
		emit(to, "\tmdrv_put_str(mdrv_call, mdrv_ret);\n");
		break;
	default:
		break;
	}
}

void emit_get_result(GString *to, const struct plan *plan, const struct crossing *crossing)
{
	const struct pass *result = &crossing->result;
	g_autoptr(GPtrArray) order = wire_order(crossing);

	switch (result->kind) {
	case PASS_INT:
		emit_get_number(to, "&mdrv_call", result->type, "mdrv_ret");
		break;
	case PASS_PTR:
		emit(to, "\tmdrv_ret = mdrv_get_ptr(&mdrv_call, %s);\n",
		     RECORD_MACRO(plan, result->record));
		break;
	case PASS_STR:
		emit(to, "\tmdrv_ret = (void *)mdrv_get_str(&mdrv_call);\n");
		break;
	default:
		break;
	}
	for (guint i = 0; i < order->len; i++) {
		const struct pass *pass = order->pdata[i];

		if (returns(pass))
			emit(to, "\tmdrv_get_bufresult(&mdrv_call, %s, %s);\n", pass->param->name,
			     pass->length);
		else if (pass->kind == PASS_SETS)
			emit(to, "\tif (%s && mdrv_get_int(&mdrv_call))\n"
				 "\t\t*%s = mdrv_get_ptr(&mdrv_call, %s);\n", pass->param->name,
			     pass->param->name, RECORD_MACRO(plan, pass->record));
	}
}
