using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbench.Scripting;

/// <summary>Judges what stands in the text: every name, and the constructs that need no name.</summary>
sealed class SyntaxRules(SemanticModel model, SymbolRules symbols, GateFindings findings) : CSharpSyntaxWalker(SyntaxWalkerDepth.Token)
{
    const string OneThread = "a strategy is one thread, called event by event. SetTimer and OnTimer wait for event time";

    public override void VisitIdentifierName(IdentifierNameSyntax node)
    {
        JudgeName(node);
        base.VisitIdentifierName(node);
    }

    public override void VisitGenericName(GenericNameSyntax node)
    {
        JudgeName(node);
        base.VisitGenericName(node);
    }

    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        // nameof(DateTime.Now) is a word and nothing else.
        if (node.Expression is not IdentifierNameSyntax { Identifier.ValueText: "nameof" } || !model.GetConstantValue(node).HasValue)
        {
            base.VisitInvocationExpression(node);
        }
    }

    public override void VisitToken(SyntaxToken token)
    {
        switch (token.Kind())
        {
            case SyntaxKind.AsyncKeyword or SyntaxKind.AwaitKeyword or SyntaxKind.LockKeyword or SyntaxKind.VolatileKeyword:
                findings.Refuse(token.GetLocation(), token.Text, OneThread);
                break;
            case SyntaxKind.UnsafeKeyword or SyntaxKind.FixedKeyword or SyntaxKind.ExternKeyword or SyntaxKind.ArgListKeyword
                or SyntaxKind.MakeRefKeyword or SyntaxKind.RefTypeKeyword or SyntaxKind.RefValueKeyword:
                findings.Refuse(token.GetLocation(), token.Text, Banned.Advice("System.Runtime.InteropServices"));
                break;
        }
    }

    public override void VisitDestructorDeclaration(DestructorDeclarationSyntax node)
    {
        findings.Refuse(node.Identifier.GetLocation(), "A finaliser", "it runs when memory is tidied, on another thread. Use OnStop");
        base.VisitDestructorDeclaration(node);
    }

    public override void VisitGlobalStatement(GlobalStatementSyntax node)
    {
        findings.Refuse(node.GetLocation(), "A statement outside of a class", "nobody runs it. Put it into OnStart");
        base.VisitGlobalStatement(node);
    }

    public override void VisitFieldDeclaration(FieldDeclarationSyntax node)
    {
        if (node.Parent is CompilationUnitSyntax && !node.Modifiers.Any(SyntaxKind.StaticKeyword) && !node.Modifiers.Any(SyntaxKind.ConstKeyword))
        {
            findings.Refuse(node.GetLocation(), "A variable outside of a class", "nobody sets it. Make it a field of the strategy");
        }

        base.VisitFieldDeclaration(node);
    }

    void JudgeName(SimpleNameSyntax node)
    {
        // 'var' stands for what is judged on the right-hand side; a name before a colon is a label.
        if (!node.IsVar && node.Parent is not NameColonSyntax)
        {
            symbols.Judge(model.GetSymbolInfo(node).Symbol, node.GetLocation());
        }
    }
}
