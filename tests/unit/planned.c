// SPDX-License-Identifier: GPL-2.0-or-later
#include <check.h>
#include <string.h>
#include <unistd.h>

#include "mdrv_plan.h"
#include "planned.h"

struct planned planned;

void planned_begin(const char *facts)
{
	g_autofree char *path = g_strdup("/tmp/closing-test-XXXXXX");
	int fd = g_mkstemp(path);
	struct plan *plan = g_new0(struct plan, 1);

	ck_assert_int_ge(fd, 0);
	close(fd);
	ck_assert(g_file_set_contents(path, facts, -1, NULL));
	planned.model = model_new();
	planned.model->enclosed = model_array(planned.model);
	planned.knowledge = knowledge_new();
	ck_assert(knowledge_load(planned.knowledge, path, false));
	unlink(path);
	planned.partition.by_function = g_hash_table_new(NULL, NULL);
	plan->partition = &planned.partition;
	plan->model = planned.model;
	for (GPtrArray **list = &plan->records; list <= &plan->sites; list++)
		*list = model_array(planned.model);
	plan->enclosures = model_array(planned.model);
	plan->reached = model_array(planned.model);
	plan->absent = model_array(planned.model);
	planned.plan = plan;
}

void planned_end(void)
{
	g_free(planned.plan);
	g_hash_table_unref(planned.partition.by_function);
	knowledge_free(planned.knowledge);
	model_free(planned.model);
}

struct type *planned_type(enum type_kind kind, const char *spelling, struct type *elem)
{
	struct type *type = model_alloc(planned.model, sizeof(*type));

	type->kind = kind;
	type->spelling = type->canonical = spelling;
	type->elem = elem;
	type->size = kind == TYPE_VOID ? 0 : kind == TYPE_POINTER ? 8 : 4;
	return type;
}

struct type *planned_record_type(const char *record)
{
	struct type *type = planned_type(TYPE_RECORD, record, NULL);

	type->record = build_record(planned.model, record);
	type->size = type->record->size;
	return type;
}

struct type *planned_pointer(const char *record)
{
	return planned_type(TYPE_POINTER, "struct x *", planned_record_type(record));
}

struct type *planned_void_pointer(void)
{
	return planned_type(TYPE_POINTER, "void *", planned_type(TYPE_VOID, "void", NULL));
}

struct function *planned_function(const char *name, enum domain domain)
{
	struct function *function = build_function(planned.model, name, "int");
	struct decision *decision = model_alloc(planned.model, sizeof(*decision));

	decision->function = function;
	decision->domain = domain;
	g_hash_table_insert(planned.partition.by_function, function, decision);
	if (domain != DOMAIN_KERNEL)
		g_ptr_array_add(planned.plan->reached, function);
	return function;
}

struct function *planned_inline(const char *name)
{
	struct function *function = build_extern(planned.model, name, "int");

	function->defined = function->in_header = true;
	g_ptr_array_add(planned.plan->reached, function);
	return function;
}

struct wire_place *planned_place(struct wire_record *record, const char *path, const char *name)
{
	struct wire_place *place = model_alloc(planned.model, sizeof(*place));

	place->path = path;
	place->record_name = name;
	place->count = 1;
	g_ptr_array_add(record->places, place);
	return place;
}

struct wire_record *planned_record(const char *name)
{
	GPtrArray *records = planned.plan->records;
	struct wire_record *wire;

	for (guint i = 0; i < records->len; i++) {
		wire = records->pdata[i];
		if (!strcmp(wire->name, name))
			return wire;
	}
	wire = model_alloc(planned.model, sizeof(*wire));
	wire->name = name;
	wire->record = build_record(planned.model, name);
	wire->fields = model_array(planned.model);
	wire->places = model_array(planned.model);
	planned_place(wire, "", name);
	g_ptr_array_add(records, wire);
	wire->number = records->len;
	return wire;
}

struct wire_field *planned_field(const char *record, const char *name, struct type *type)
{
	struct wire_field *wire = model_alloc(planned.model, sizeof(*wire));

	wire->source = build_field(planned.model, record, name);
	wire->source->type = type;
	wire->kind = type->kind == TYPE_POINTER ? WIRE_PTR : WIRE_INT;
	wire->access = MDRV_R | MDRV_W;
	if (type->kind == TYPE_POINTER && type->elem->record) {
		wire->target_name = type->elem->record->name;
		wire->follow = true;
	}
	g_ptr_array_add(planned_record(record)->fields, wire);
	return wire;
}

static struct taken_as *taken_new(struct function *in, const char *as)
{
	struct taken_as *taken = model_alloc(planned.model, sizeof(*taken));

	taken->as = build_access(planned.model, in, as, "level", ACCESS_READ)->base;
	taken->in = taken->origin = in;
	taken->param = -1;
	taken->at = in->at;
	return taken;
}

struct taken_as *planned_taken(struct function *in, struct wire_field *field, const char *as,
			       int64_t back)
{
	struct taken_as *taken = taken_new(in, as);

	taken->back = back;
	field->source->taken = model_array(planned.model);
	g_ptr_array_add(field->source->taken, taken);
	return taken;
}

struct taken_as *planned_around(struct function *in, const char *from, const char *as)
{
	struct taken_as *taken = taken_new(in, as);

	taken->from = build_record(planned.model, from);
	taken->param = 0;
	g_ptr_array_add(planned.model->enclosed, taken);
	return taken;
}

struct global *planned_global(const char *name, struct type *type, bool crosses)
{
	struct global *global = model_alloc(planned.model, sizeof(*global));
	struct wire_global *wire = model_alloc(planned.model, sizeof(*wire));

	global->name = name;
	global->type = type;
	global->in_driver = true;
	g_ptr_array_add(planned.model->globals, global);
	if (!crosses)
		return global;
	wire->global = global;
	wire->own = planned_record(name);
	g_ptr_array_add(wire->own->fields, model_alloc(planned.model, sizeof(struct wire_field)));
	g_ptr_array_add(planned.plan->globals, wire);
	return global;
}

struct argument *planned_value(enum arg_kind kind)
{
	struct argument *value = model_alloc(planned.model, sizeof(*value));

	value->kind = kind;
	return value;
}

struct store *planned_store(struct function *in, struct field *field, struct argument *value)
{
	struct store *store = model_alloc(planned.model, sizeof(*store));

	store->kind = STORE_FIELD;
	store->field = field;
	store->value = value;
	store->at = in->at;
	g_ptr_array_add(in->stores, store);
	return store;
}

void planned_site(const struct call *call, const struct wire_record *record)
{
	struct wire_site *site = model_alloc(planned.model, sizeof(*site));

	site->function = call->caller;
	site->file = call->at.file;
	site->line = call->at.line;
	site->record = record ? record->number : 0;
	g_ptr_array_add(planned.plan->sites, site);
}

struct crossing *planned_crossing(GPtrArray *list, struct function *function)
{
	struct crossing *crossing = model_alloc(planned.model, sizeof(*crossing));

	crossing->function = function;
	crossing->name = function->name;
	crossing->params = model_array(planned.model);
	for (guint i = 0; i < function->params->len; i++) {
		struct pass *pass = model_alloc(planned.model, sizeof(*pass));

		pass->kind = PASS_PTR;
		g_ptr_array_add(crossing->params, pass);
	}
	g_ptr_array_add(list, crossing);
	return crossing;
}

static GPtrArray *findings_of(void)
{
	return check_plan(&(struct check){
		.model = planned.model, .knowledge = planned.knowledge, .plan = planned.plan,
	});
}

void expect_nothing(void)
{
	g_autoptr(GPtrArray) findings = findings_of();

	if (findings->len) {
		const struct finding *finding = findings->pdata[0];

		ck_abort_msg("%s() %s", finding->function->name, finding->text);
	}
}

void expect_finding(const struct function *function, const char *text)
{
	g_autoptr(GPtrArray) findings = findings_of();
	const struct finding *finding = findings->len ? findings->pdata[0] : NULL;

	ck_assert_msg(findings->len == 1, "%u findings", findings->len);
	ck_assert_ptr_eq(finding->function, function);
	ck_assert_str_eq(finding->text, text);
	ck_assert_uint_gt(finding->at.line, 0);
}
