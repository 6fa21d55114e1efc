using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Workbench.Scripting;

/// <summary>Turns a script's text into an assembly. The only door to Roslyn: whoever does not come in here does not load it.</summary>
static class ScriptCompiler
{
    const string ScriptClass = "Script";

    static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>Compiles a script and walks it through the determinism gate.</summary>
    public static Compilation Compile(ScriptSource source, string key, NuGetPackages packages)
    {
        var compilation = Prepare(source, key, packages);
        var diagnostics = compilation.GetDiagnostics();
        var errors = Sorted(source, diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        if (errors.Count > 0)
        {
            return new Compilation(null, errors, []);
        }

        var warnings = Sorted(source, diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning))
            .ConvertAll(warning => warning.ToString());
        var findings = DeterminismGate.Inspect(source, compilation);
        warnings.AddRange(findings.Unchecked.Select(library => $"unchecked: the determinism gate cannot look into {library}."));
        return findings.Offences.Count > 0 ? new Compilation(null, findings.Offences, warnings) : Emit(source, compilation, warnings);
    }

    static CSharpCompilation Prepare(ScriptSource source, string key, NuGetPackages packages)
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            scriptClassName: ScriptClass,
            usings: ScriptImports.All,
            optimizationLevel: OptimizationLevel.Release,
            checkOverflow: true,
            deterministic: true,
            nullableContextOptions: NullableContextOptions.Enable,
            sourceReferenceResolver: new SourceResolver(source),
            metadataReferenceResolver: new LibraryResolver(source, packages));
        var text = SourceText.From(new MemoryStream(source.Main.Bytes), Encoding.UTF8);
        var tree = CSharpSyntaxTree.ParseText(text, Parsing, source.Main.Name);

        // A name of our own making: no script can pass for an assembly that sees the engine's internals.
        return CSharpCompilation.CreateScriptCompilation("script-" + key[..16], tree, ReferenceSet.All, options);
    }

    static Compilation Emit(ScriptSource source, CSharpCompilation compilation, List<string> warnings)
    {
        var strategies = StrategyClasses.Of(compilation, source);
        if (strategies.Count == 0)
        {
            throw ScriptErrors.NoStrategy(source.Path);
        }

        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = compilation.Emit(assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        if (!emitted.Success)
        {
            return new Compilation(null, Sorted(source, emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)), warnings);
        }

        var script = new CompiledScript(assembly.ToArray(), symbols.ToArray(), strategies, warnings);
        return new Compilation(script, [], warnings);
    }

    static List<ScriptOffence> Sorted(ScriptSource source, IEnumerable<Diagnostic> diagnostics) =>
        [.. diagnostics.Select(diagnostic => Offence(source, diagnostic)).OrderBy(offence => offence.Path, StringComparer.Ordinal).ThenBy(offence => offence.Line)];

    static ScriptOffence Offence(ScriptSource source, Diagnostic diagnostic)
    {
        var message = $"{diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
        return SourcePlace.Offence(source, ScriptErrors.NotCompiled, diagnostic.Location, message);
    }
}
