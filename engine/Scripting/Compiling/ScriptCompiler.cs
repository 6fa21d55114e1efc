using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbench.Scripting;

/// <summary>Turns a script's text into an assembly. Besides notebooks the only door to Roslyn: whoever does not come in here does not load it.</summary>
static class ScriptCompiler
{
    const string ScriptClass = "Script";

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
        var options = ScriptDialect.Options(ScriptClass, ScriptImports.All, source, packages);
        var tree = ScriptDialect.Parse(source.Main);

        // A name of our own making: no script can pass for an assembly that sees the engine's internals.
        return ReferenceSet.Bind(CSharpCompilation.CreateScriptCompilation("script-" + key[..16], tree, ReferenceSet.All, options));
    }

    static Compilation Emit(ScriptSource source, CSharpCompilation compilation, List<string> warnings)
    {
        var strategies = StrategyClasses.Of(compilation, source);
        if (strategies.Count == 0)
        {
            throw ScriptErrors.NoStrategy(source.Path);
        }

        var (emitted, assembly, symbols) = ScriptDialect.Emit(compilation);
        if (!emitted.Success)
        {
            return new Compilation(null, Sorted(source, emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)), warnings);
        }

        var script = new CompiledScript(assembly, symbols, strategies, warnings);
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
