using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Workbench.Scripting;

/// <summary>
/// Judges what the text means: the members it calls without naming them (operators, conversions, indexers, <c>new()</c>), the order of
/// hash collections, and text that depends on a culture.
/// </summary>
sealed class OperationRules(SemanticModel model, SymbolRules symbols, UnorderedRules unordered, CultureRules culture) : OperationWalker
{
    /// <summary>Walks every body and initialiser below a node.</summary>
    public void Walk(SyntaxNode node)
    {
        if (model.GetOperation(node) is { } root)
        {
            Visit(root);
            return;
        }

        foreach (var child in node.ChildNodes())
        {
            Walk(child);
        }
    }

    public override void Visit(IOperation? operation)
    {
        if (operation?.Type is IDynamicTypeSymbol dynamic)
        {
            symbols.Judge(dynamic, operation.Syntax.GetLocation());
        }

        base.Visit(operation);
    }

    public override void VisitInvocation(IInvocationOperation operation)
    {
        Judge(operation.TargetMethod, operation);
        unordered.Call(operation.TargetMethod, operation.Instance, operation);
        culture.Call(operation.TargetMethod, operation.Instance, operation.Arguments, operation.Syntax);
        base.VisitInvocation(operation);
    }

    public override void VisitMethodReference(IMethodReferenceOperation operation)
    {
        Judge(operation.Method, operation);
        unordered.Call(operation.Method, operation.Instance, operation);
        culture.Call(operation.Method, operation.Instance, [], operation.Syntax);
        base.VisitMethodReference(operation);
    }

    public override void VisitPropertyReference(IPropertyReferenceOperation operation)
    {
        Judge(operation.Property, operation);
        unordered.Property(operation);
        culture.Property(operation.Property, operation.Syntax);
        base.VisitPropertyReference(operation);
    }

    public override void VisitObjectCreation(IObjectCreationOperation operation)
    {
        Judge(operation.Constructor, operation);
        culture.Call(operation.Constructor, null, operation.Arguments, operation.Syntax);
        base.VisitObjectCreation(operation);
    }

    public override void VisitConversion(IConversionOperation operation)
    {
        Judge(operation.OperatorMethod, operation);
        unordered.Conversion(operation);
        base.VisitConversion(operation);
    }

    public override void VisitDelegateCreation(IDelegateCreationOperation operation)
    {
        unordered.Delegate(operation);
        base.VisitDelegateCreation(operation);
    }

    public override void VisitDeclarationPattern(IDeclarationPatternOperation operation)
    {
        unordered.Pattern(operation.InputType, operation.MatchedType, operation.Syntax);
        base.VisitDeclarationPattern(operation);
    }

    public override void VisitForEachLoop(IForEachLoopOperation operation)
    {
        unordered.Enumeration(operation.Collection);
        base.VisitForEachLoop(operation);
    }

    public override void VisitSpread(ISpreadOperation operation)
    {
        unordered.Enumeration(operation.Operand);
        base.VisitSpread(operation);
    }

    public override void VisitBinaryOperator(IBinaryOperation operation)
    {
        Judge(operation.OperatorMethod, operation);
        culture.Concatenation(operation, operation.LeftOperand, operation.RightOperand);
        base.VisitBinaryOperator(operation);
    }

    public override void VisitCompoundAssignment(ICompoundAssignmentOperation operation)
    {
        Judge(operation.OperatorMethod, operation);
        culture.Concatenation(operation, operation.Value);
        base.VisitCompoundAssignment(operation);
    }

    public override void VisitUnaryOperator(IUnaryOperation operation)
    {
        Judge(operation.OperatorMethod, operation);
        base.VisitUnaryOperator(operation);
    }

    public override void VisitNameOf(INameOfOperation operation)
    {
        // A word and nothing else.
    }

    public override void VisitInterpolatedString(IInterpolatedStringOperation operation)
    {
        culture.Interpolation(operation);
        base.VisitInterpolatedString(operation);
    }

    void Judge(ISymbol? symbol, IOperation at) => symbols.Judge(symbol, at.Syntax.GetLocation());
}
