using Microsoft.CodeAnalysis.CSharp;

namespace Workbench.Scripting;

/// <summary>
/// Refuses scripts that could decide differently in another run: walks each of their files, by what is written and by what it
/// means, before any of it may run. What is not known to be the same everywhere is refused; see decisions/0003-determinism-gate.md.
/// </summary>
static class DeterminismGate
{
    public static GateFindings Inspect(ScriptSource source, CSharpCompilation compilation)
    {
        var findings = new GateFindings(source);
        var symbols = new SymbolRules(compilation, findings);
        var unordered = new UnorderedRules(findings);
        var culture = new CultureRules(symbols, findings);
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            new SyntaxRules(model, symbols, findings).Visit(tree.GetRoot());
            new OperationRules(model, symbols, unordered, culture).Walk(tree.GetRoot());
        }

        StateRules.Inspect(compilation.ScriptClass!, findings);
        return findings;
    }
}
