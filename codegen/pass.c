// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * How values cross: one walk over the kinds for both halves. Caller and callee
 * take the same steps in the same order; where the halves differ, @side decides:
 * the kernel half trusts nothing that it gets, and owns the lengths of buffers.
 */
#include "internal.h"
#include "mdrv_plan.h"

static const char *int_cast(const struct type *type)
{
	return type->kind == TYPE_POINTER ? "(uintptr_t)" : "";
}

static const char *direction(const struct pass *pass)
{
	return pass->access == MDRV_R ? "MDRV_R" : pass->access == MDRV_W ? "MDRV_W" : "MDRV_RW";
}

static bool points_at_function(const struct type *type)
{
	return type->kind == TYPE_POINTER && type->elem && type->elem->kind == TYPE_FUNCTION;
}

/* A buffer that comes back changed. */
static bool returns(const struct pass *pass)
{
	return pass->kind == PASS_BUF && pass->access & MDRV_W;
}

void emit_put(GString *to, const struct plan *plan, const struct pass *pass, enum side side)
{
	const char *name = pass->param->name;

	switch (pass->kind) {
	case PASS_INT:
		emit(to, "\tmdrv_put_int(&mdrv_call, %s%s);\n", int_cast(pass->type), name);
		break;
	case PASS_PTR:
		emit(to, "\tmdrv_put_ptr(&mdrv_call, %s, %s);\n", name,
		     RECORD_MACRO(plan, pass->record));
		break;
	case PASS_STR:
		emit(to, "\tmdrv_put_str(&mdrv_call, %s);\n", name);
		break;
	case PASS_FORMAT:
		if (side == USER_HALF)
			emit(to, "\tmdrv_put_str(&mdrv_call, mdrv_text);\n");
		break;
	case PASS_FN:
		emit(to, "\tmdrv_put_fn(&mdrv_call, %s);\n", name);
		break;
	case PASS_BUF:
		if (side == KERNEL_HALF)
			emit(to, "\tmdrv_put_buf(&mdrv_call, (void *)%s, mdrv_len_%s, %s);\n", name,
			     name, direction(pass));
		else
			emit(to, "\tmdrv_put_buf(&mdrv_call, %s, %s, %s);\n", name, pass->length,
			     direction(pass));
		break;
	default:
		break;
	}
}

/* What a handle from the other half stands for, after the checks that its kind allows. */
static void emit_get_handle(GString *to, const struct plan *plan, const struct pass *pass,
			    const char *local, enum side side)
{
	const char *name = pass->param->name;
	const char *flags = pass->nullable || pass->param->unnamed ? "MDRV_NULLABLE" : "0";

	if (side == USER_HALF) {
		if (pass->kind == PASS_FN)
			emit(to, "\t%s = mdrv_get_fn(mdrv_call);\n", local);
		else
			emit(to, "\t%s = mdrv_get_ptr(mdrv_call, %s);\n", local,
			     pass->kind == PASS_BUF ? "MDRV_REC_BYTES" :
			     RECORD_MACRO(plan, pass->record));
	} else if (pass->kind == PASS_PTR) {
		emit(to, "\t%s = mdrv_get_ptr(mdrv_call, %s, %s);\n", local,
		     RECORD_MACRO(plan, pass->record), flags);
	} else if (pass->kind == PASS_BUF) {
		emit(to, "\tu64 mdrv_len_%s = 0;\n"
			 "\t%s = mdrv_get_buf(mdrv_call, &mdrv_len_%s, %s, %s);\n", name, local,
		     name, direction(pass), pass->length);
	} else if (points_at_function(pass->type)) {
		emit(to, "\t%s = mdrv_get_fn_of(mdrv_call, MDRV_FITS(typeof(%s)), %s);\n", local,
		     name, flags);
	} else {
		emit(to, "\t%s = mdrv_get_fn(mdrv_call, %s);\n", local, flags);
	}
}

void emit_get(GString *to, const struct plan *plan, const struct pass *pass, enum side side)
{
	g_autofree char *local = pass->kind == PASS_FORMAT ? NULL :
		declare(pass->type->spelling, pass->param->name);

	switch (pass->kind) {
	case PASS_FORMAT:
		emit(to, "\tconst char *%s = mdrv_get_str(mdrv_call);\n", pass->param->name);
		break;
	case PASS_INT:
		emit(to, "\t%s = (%s)%smdrv_get_int", local, pass->type->spelling,
		     int_cast(pass->type));
		if (side == KERNEL_HALF && pass->max)
			emit(to, "_max(mdrv_call, %s);\n", pass->max);
		else
			emit(to, "(mdrv_call);\n");
		break;
	case PASS_STR:
		emit(to, "\t%s = (void *)mdrv_get_str(mdrv_call);\n", local);
		break;
	case PASS_DROP:
		emit(to, "\t%s = %s;\n", local, pass->text);
		break;
	case PASS_PTR:
	case PASS_FN:
	case PASS_BUF:
		emit_get_handle(to, plan, pass, local, side);
		break;
	default:
		break;
	}
}

void emit_put_result(GString *to, const struct plan *plan, const struct crossing *crossing,
		     enum side side)
{
	const struct pass *result = &crossing->result;

	switch (result->kind) {
	case PASS_INT:
		emit(to, "\tmdrv_put_int(mdrv_call, %smdrv_ret);\n", int_cast(result->type));
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
	/* Those of upcalls are objects for the time of the call: the runtime returns them. */
	for (guint i = 0; side == KERNEL_HALF && i < crossing->params->len; i++) {
		const struct pass *pass = crossing->params->pdata[i];

		if (returns(pass))
			emit(to, "\tmdrv_put_bufresult(mdrv_call, %s, mdrv_len_%s);\n",
			     pass->param->name, pass->param->name);
	}
}

void emit_get_result(GString *to, const struct plan *plan, const struct crossing *crossing,
		     enum side side)
{
	const struct pass *result = &crossing->result;
	const char *indent = side == KERNEL_HALF ? "\t\t" : "\t";

	switch (result->kind) {
	case PASS_INT:
		emit(to, "%smdrv_ret = (%s)%smdrv_get_int(&mdrv_call);\n", indent,
		     result->type->spelling, int_cast(result->type));
		break;
	case PASS_PTR:
		emit(to, "%smdrv_ret = mdrv_get_ptr(&mdrv_call, %s%s);\n", indent,
		     RECORD_MACRO(plan, result->record), side == KERNEL_HALF ?
		     ",\n\t\t\t\t\tMDRV_NULLABLE | MDRV_ERRABLE" : "");
		break;
	case PASS_STR:
		emit(to, "%smdrv_ret = %smdrv_get_str(&mdrv_call);\n", indent,
		     side == KERNEL_HALF ? "" : "(void *)");
		break;
	default:
		break;
	}
	for (guint i = 0; side == USER_HALF && i < crossing->params->len; i++) {
		const struct pass *pass = crossing->params->pdata[i];

		if (returns(pass))
			emit(to, "\tmdrv_get_bufresult(&mdrv_call, %s, %s);\n", pass->param->name,
			     pass->length);
	}
}
