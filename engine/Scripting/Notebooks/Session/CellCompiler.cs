using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbench.Scripting.Notebooks;

/// <summary>Compiles the C# of cells, each against the session before it. No determinism gate here: that is for what becomes a script.</summary>
sealed class CellCompiler(KernelSetup setup)
{
    const int MostBound = 2;

    // A cell sees what a script sees, the room of notebooks for Cell.Display and its like, and what the program adds.
    static readonly string[] OwnImports = [typeof(Cell).Namespace!, typeof(Cell).FullName!];

    readonly string[] imports = [.. ScriptImports.All, .. OwnImports, .. setup.Imports];
    readonly MetadataReference[] basis =
    [
        .. ReferenceSet.All,
        .. setup.References.Append(typeof(Cell).Assembly).Select(assembly => ReferenceSet.Of(assembly.Location)),
    ];

    // The compiler binds some 170 libraries before it looks at a text: done once for each state, and for the one that a cell run again starts from.
    readonly Queue<(CellState State, CSharpCompilation Empty)> bound = [];

    int made;

    public NuGetPackages Packages { get; } = new(setup.CacheFolder);

    /// <summary>Compiles a text, without a look at whether it is right.</summary>
    public CSharpCompilation Prepare(SyntaxTree tree, ScriptSource source, CellState state)
    {
        // Cells with the same empty one before them have one name, and only one of them can come to stay under it.
        var isPlain = source.Files.Count == 1 && !tree.GetCompilationUnitRoot().ContainsDirectives;
        return ReferenceSet.Bind((isPlain ? Bound(state, source) : Empty(state, source)).AddSyntaxTrees(tree));
    }

    CSharpCompilation Bound(CellState state, ScriptSource source)
    {
        lock (bound)
        {
            foreach (var (known, empty) in bound)
            {
                if (known == state)
                {
                    return empty;
                }
            }

            if (bound.Count == MostBound)
            {
                bound.Dequeue();
            }

            var made = Empty(state, source);
            bound.Enqueue((state, made));
            return made;
        }
    }

    CSharpCompilation Empty(CellState state, ScriptSource source)
    {
        var number = Interlocked.Increment(ref made);
        var options = ScriptDialect.Options(string.Create(CultureInfo.InvariantCulture, $"Cell#{number}"), imports, source, Packages);
        return CSharpCompilation.CreateScriptCompilation(
            string.Create(CultureInfo.InvariantCulture, $"cell-{number}"), null, basis.Concat(state.Brought), options, state.Last?.Compilation, typeof(object));
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
                source, diagnostic.Id, diagnostic.Location, diagnostic.GetMessage(CultureInfo.InvariantCulture)))
            .OrderBy(offence => offence.Path != source.Main.Path).ThenBy(offence => offence.Line).ThenBy(offence => offence.Column).ToList();
        if (offences.Count > 0)
        {
            throw new CellNotCompiled(offences);
        }
    }
}
