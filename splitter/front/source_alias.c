// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * A function that is declared an alias of another one has no body of its own: who
 * calls it calls the other, wherever that is.
 */
#include <string.h>

#include "source_clang.h"

struct aliases {
	struct parser *parser;
	GArray *declared;	/* CXCursor */
	GPtrArray *targets;	/* char *: name of what each is an alias of */
	GHashTable *functions;	/* name -> CXCursor *: what the file declares */
};

/* "alias("x")", "__alias(x)" and the like in the text of an attribute: x, or NULL. */
static char *target_in(const char *text, size_t size)
{
	const char *end = text + size, *at = g_strstr_len(text, size, "alias");

	if (!at)
		return NULL;
	at += strlen("alias");
	while (at < end && strchr("_ (\"", *at))
		at++;
	text = at;
	while (at < end && (g_ascii_isalnum(*at) || *at == '_'))
		at++;
	return at > text ? g_strndup(text, at - text) : NULL;
}

static char *alias_of(struct parser *parser, CXCursor declaration)
{
	struct children children = children_of(declaration);
	char *target = NULL;

	for (guint i = 0; !target && i < children.cursors->len; i++) {
		CXSourceRange range = clang_getCursorExtent(CHILD(children, i));
		unsigned int begin, end;
		const char *text;
		size_t size = 0;
		CXFile file;

		if (!clang_isAttribute(clang_getCursorKind(CHILD(children, i))))
			continue;
		clang_getExpansionLocation(clang_getRangeStart(range), &file, NULL, NULL, &begin);
		clang_getExpansionLocation(clang_getRangeEnd(range), NULL, NULL, NULL, &end);
		text = file ? clang_getFileContents(parser->unit, file, &size) : NULL;
		/* that of a macro ends where its name begins */
		while (text && begin < end && end < size && text[end - 1] != ')' &&
		       text[end] != '\n')
			end++;
		if (text && begin < end && end <= size)
			target = target_in(text + begin, end - begin);
	}
	children_clear(&children);
	return target;
}

static enum CXChildVisitResult collect(CXCursor cursor, CXCursor parent, CXClientData data)
{
	struct aliases *aliases = data;
	struct parser *parser = aliases->parser;
	char *target;

	(void)parent;
	if (clang_getCursorKind(cursor) != CXCursor_FunctionDecl ||
	    location_of(parser, cursor).file != parser->source->path)
		return CXChildVisit_Continue;
	g_hash_table_insert(aliases->functions,
			    (gpointer)take_string(parser, clang_getCursorSpelling(cursor)),
			    g_memdup2(&cursor, sizeof(cursor)));
	target = clang_isCursorDefinition(cursor) ? NULL : alias_of(parser, cursor);
	if (target) {
		g_array_append_val(aliases->declared, cursor);
		g_ptr_array_add(aliases->targets, target);
	}
	return CXChildVisit_Continue;
}

void take_aliases(struct parser *parser)
{
	struct aliases aliases = { .parser = parser };

	if (!parser->source->text || !strstr(parser->source->text, "alias"))
		return;
	aliases.declared = g_array_new(FALSE, FALSE, sizeof(CXCursor));
	aliases.targets = g_ptr_array_new_with_free_func(g_free);
	aliases.functions = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
	clang_visitChildren(clang_getTranslationUnitCursor(parser->unit), collect, &aliases);
	for (guint i = 0; i < aliases.declared->len; i++) {
		CXCursor canonical = clang_getCanonicalCursor(g_array_index(aliases.declared,
									    CXCursor, i));
		const CXCursor *target = g_hash_table_lookup(aliases.functions,
							     aliases.targets->pdata[i]);

		if (target && !clang_equalCursors(clang_getCanonicalCursor(*target), canonical))
			g_hash_table_insert(parser->functions, (gpointer)canonical.data[0],
					    function_of(parser, *target));
	}
	g_array_unref(aliases.declared);
	g_ptr_array_unref(aliases.targets);
	g_hash_table_unref(aliases.functions);
}
