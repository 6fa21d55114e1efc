using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbench.Architecture.Tests;

/// <summary>Brokers accept only what risk approved; that is worth nothing unless one place alone can approve.</summary>
public sealed class RiskGateTests
{
    const string Gate = "engine/Core/Risk/";

    [Fact]
    public void Only_the_risk_gate_makes_an_approval()
    {
        var places = Makers(HeartCompilation.Core).Concat(Makers(HeartCompilation.Model)).ToList();

        Assert.NotEmpty(places);
        Assert.DoesNotContain(places, place => !place.StartsWith(Gate, StringComparison.Ordinal));
    }

    static IEnumerable<string> Makers(Compilation compilation) =>
        from tree in compilation.SyntaxTrees
        let model = compilation.GetSemanticModel(tree)
        from made in tree.GetRoot().DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>()
        where model.GetTypeInfo(made).Type is { Name: "RiskApproved" }
        select tree.FilePath;
}
