using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbench.Scripting.Notebooks;

/// <summary>Compiles the C# of cells, each against the session before it. No determinism gate here: that is for what becomes a script.</summary>
sealed class CellCompiler(KernelSetup setup)
{
    // A cell sees what a script sees, the room of notebooks for Cell.Display and its like, and what the program adds.
    static readonly string[] OwnImports = [typeof(Cell).Namespace!, typeof(Cell).FullName!];

    readonly string[] imports = [.. ScriptImports.All, .. OwnImports, .. setup.Imports];
    readonly MetadataReference[] basis =
    [
        .. ReferenceSet.All,
        .. setup.References.Append(typeof(Cell).Assembly).Select(assembly => MetadataReference.CreateFromFile(assembly.Location)),
    ];

    int made;

    public NuGetPackages Packages { get; } = new(setup.CacheFolder);

    /// <summary>Compiles a text, without a look at whether it is right.</summary>
    public CSharpCompilation Prepare(SyntaxTree tree, ScriptSource source, CellState state)
    {
        var number = Interlocked.Increment(ref made);
        var options = ScriptDialect.Options(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Cell#{number}"), imports, source, Packages);
        var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"cell-{number}");
        return CSharpCompilation.CreateScriptCompilation(
            name, tree, basis.Concat(state.Brought), options, state.Last?.Compilation, typeof(object));
    }

    /// <summary>Compiles a text to code.</summary>
    /// <exception cref="CellNotCompiled">It is not C# that makes sense here.</exception>
    public CompiledCell Compile(ScriptSource source, CellState state, CancellationToken stop)
    {
        var compilation = Prepare(ScriptDialect.Parse(source.Main), source, state);
        if (!HasCode(compilation))
        {
            Check(source, compilation.GetDiagnostics(stop));
            return new CompiledCell(compilation, CellDeclaration.Of(compilation), [], [], state);
        }

        var (result, assembly, symbols) = ScriptDialect.Emit(compilation, stop);
        Check(source, result.Diagnostics);
        return new CompiledCell(compilation, CellDeclaration.Of(compilation), assembly, symbols, state);
    }

    /// <summary>Whether the text ends with an expression whose value is to be shown, be it null.</summary>
    public static bool EndsWithValue(CSharpCompilation compilation)
    {
        // Loaded files stand before the text that loads them.
        var tree = compilation.SyntaxTrees[^1];
        return tree.GetCompilationUnitRoot().Members.LastOrDefault() is GlobalStatementSyntax { Statement: ExpressionStatementSyntax last } &&
            last.SemicolonToken.IsMissing &&
            compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type is { SpecialType: not SpecialType.System_Void };
    }

    // The compiler gives a text without code no class, and no place in the session.
    static bool HasCode(CSharpCompilation compilation) => compilation.SyntaxTrees.Any(tree => tree.GetCompilationUnitRoot().Members.Count > 0);

    static void Check(ScriptSource source, ImmutableArray<Diagnostic> diagnostics)
    {
        var offences = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => SourcePlace.Offence(
                source, diagnostic.Id, diagnostic.Location, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)))
            .OrderBy(offence => offence.Path != source.Main.Path).ThenBy(offence => offence.Line).ThenBy(offence => offence.Column).ToList();
        if (offences.Count > 0)
        {
            throw new CellNotCompiled(offences);
        }
    }
}
