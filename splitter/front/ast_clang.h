/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Private to ast.c: what libclang calls the kinds of ast.h. */
#ifndef MDRV_AST_CLANG_H
#define MDRV_AST_CLANG_H

#include <clang-c/Index.h>

#include "ast.h"

static const struct {
	enum CXCursorKind clang;
	enum expr_kind kind;
} expr_kinds[] = {
	{ CXCursor_DeclRefExpr, EXPR_NAME },
	{ CXCursor_MemberRefExpr, EXPR_MEMBER },
	{ CXCursor_ArraySubscriptExpr, EXPR_SUBSCRIPT },
	{ CXCursor_CallExpr, EXPR_CALL },
	{ CXCursor_UnaryOperator, EXPR_UNARY },
	{ CXCursor_BinaryOperator, EXPR_BINARY },
	{ CXCursor_CompoundAssignOperator, EXPR_COMPOUND_ASSIGN },
	{ CXCursor_ConditionalOperator, EXPR_CONDITIONAL },
	{ CXCursor_ParenExpr, EXPR_PAREN },
	{ CXCursor_CStyleCastExpr, EXPR_CAST },
	{ CXCursor_CompoundLiteralExpr, EXPR_LITERAL },
	{ CXCursor_InitListExpr, EXPR_LIST },
	{ CXCursor_StmtExpr, EXPR_BLOCK },
	{ CXCursor_GenericSelectionExpr, EXPR_GENERIC },
	{ CXCursor_IntegerLiteral, EXPR_INTEGER },
	{ CXCursor_StringLiteral, EXPR_STRING },
	{ CXCursor_UnaryExpr, EXPR_CONSTANT },
	{ CXCursor_CharacterLiteral, EXPR_CONSTANT },
	{ CXCursor_FloatingLiteral, EXPR_CONSTANT },
	{ CXCursor_AddrLabelExpr, EXPR_CONSTANT },
	{ CXCursor_UnexposedExpr, EXPR_OPAQUE },
	{ CXCursor_CompoundStmt, STMT_COMPOUND },
	{ CXCursor_DeclStmt, STMT_DECLARE },
	{ CXCursor_IfStmt, STMT_IF },
	{ CXCursor_SwitchStmt, STMT_SWITCH },
	{ CXCursor_WhileStmt, STMT_WHILE },
	{ CXCursor_DoStmt, STMT_DO },
	{ CXCursor_ForStmt, STMT_FOR },
	{ CXCursor_CaseStmt, STMT_CASE },
	{ CXCursor_DefaultStmt, STMT_DEFAULT },
	{ CXCursor_LabelStmt, STMT_LABEL },
	{ CXCursor_ReturnStmt, STMT_RETURN },
	{ CXCursor_GotoStmt, STMT_GOTO },
	{ CXCursor_BreakStmt, STMT_BREAK },
	{ CXCursor_ContinueStmt, STMT_CONTINUE },
	{ CXCursor_GCCAsmStmt, STMT_ASM },
	{ CXCursor_VarDecl, STMT_VARIABLE },
	{ CXCursor_MemberRef, EXPR_FIELD_NAME },
};

static inline enum expr_kind expr_kind_of(enum CXCursorKind clang)
{
	for (unsigned int i = 0; i < G_N_ELEMENTS(expr_kinds); i++)
		if (expr_kinds[i].clang == clang)
			return expr_kinds[i].kind;
	return clang_isExpression(clang) ? EXPR_OTHER :
		clang_isStatement(clang) ? STMT_OTHER :
		clang_isDeclaration(clang) ? STMT_DECLARATION : EXPR_TYPE_NAME;
}

static inline enum decl_kind decl_kind_of(enum CXCursorKind clang)
{
	switch (clang) {
	case CXCursor_FunctionDecl:
		return DECL_FUNCTION;
	case CXCursor_VarDecl:
		return DECL_VARIABLE;
	case CXCursor_ParmDecl:
		return DECL_PARAMETER;
	case CXCursor_FieldDecl:
		return DECL_FIELD;
	case CXCursor_StructDecl:
		return DECL_STRUCT;
	case CXCursor_UnionDecl:
		return DECL_UNION;
	case CXCursor_EnumConstantDecl:
		return DECL_ENUMERATOR;
	default:
		return DECL_OTHER;
	}
}

static inline enum expr_op binary_op_of(enum CXBinaryOperatorKind clang)
{
	switch (clang) {
	case CXBinaryOperator_Assign:
		return OP_ASSIGN;
	case CXBinaryOperator_Comma:
		return OP_COMMA;
	case CXBinaryOperator_Add:
		return OP_ADD;
	case CXBinaryOperator_Sub:
		return OP_SUB;
	case CXBinaryOperator_LAnd:
		return OP_AND;
	case CXBinaryOperator_LOr:
		return OP_OR;
	default:
		return clang >= CXBinaryOperator_LT && clang <= CXBinaryOperator_NE ?
			OP_COMPARE : OP_OTHER;
	}
}

static inline enum expr_op unary_op_of(enum CXUnaryOperatorKind clang)
{
	switch (clang) {
	case CXUnaryOperator_AddrOf:
		return OP_ADDRESS;
	case CXUnaryOperator_Deref:
		return OP_DEREF;
	case CXUnaryOperator_PreInc:
	case CXUnaryOperator_PreDec:
	case CXUnaryOperator_PostInc:
	case CXUnaryOperator_PostDec:
		return OP_STEP;
	case CXUnaryOperator_Extension:
		return OP_EXTENSION;
	case CXUnaryOperator_LNot:
		return OP_NOT;
	default:
		return OP_OTHER;
	}
}

static inline void type_kind_of(struct ctype *type, enum CXTypeKind clang)
{
	switch (clang) {
	case CXType_Void:
		type->kind = TYPE_VOID;
		break;
	case CXType_Char_S:
	case CXType_SChar:
		type->is_signed = true;
		/* fall through */
	case CXType_Char_U:
	case CXType_UChar:
		type->is_char = true;
		type->kind = TYPE_INT;
		break;
	case CXType_Bool:
		type->is_bool = true;
		type->kind = TYPE_INT;
		break;
	case CXType_Short:
	case CXType_Int:
	case CXType_Long:
	case CXType_LongLong:
	case CXType_Int128:
		type->is_signed = true;
		/* fall through */
	case CXType_UShort:
	case CXType_UInt:
	case CXType_ULong:
	case CXType_ULongLong:
	case CXType_UInt128:
	case CXType_WChar:
		type->kind = TYPE_INT;
		break;
	case CXType_Enum:
		type->is_enum = true;
		type->kind = TYPE_INT;
		break;
	case CXType_Float:
	case CXType_Double:
	case CXType_LongDouble:
		type->kind = TYPE_FLOAT;
		break;
	case CXType_Pointer:
		type->kind = TYPE_POINTER;
		break;
	case CXType_ConstantArray:
	case CXType_IncompleteArray:
	case CXType_VariableArray:
		type->kind = TYPE_ARRAY;
		break;
	case CXType_Record:
		type->kind = TYPE_RECORD;
		break;
	case CXType_FunctionProto:
	case CXType_FunctionNoProto:
		type->kind = TYPE_FUNCTION;
		break;
	default:
		type->kind = TYPE_OTHER;
	}
}

/* Macros expanded, lines as #line counts them: so does debug information. */
static inline unsigned int line_of(CXSourceLocation location, unsigned int *column)
{
	unsigned int line;
	CXString name;

	clang_getPresumedLocation(location, &name, &line, column);
	clang_disposeString(name);
	return line;
}

#endif /* MDRV_AST_CLANG_H */
