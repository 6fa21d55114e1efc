using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Workbench.Architecture.Tests;

/// <summary>engine/BannedSymbols.txt and the analyzer that reads it.</summary>
static class BannedList
{
    static readonly string File = Repository.Path("engine/BannedSymbols.txt");

    static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = Load();

    /// <summary>Documentation id and advice of each line.</summary>
    public static IReadOnlyList<(string Id, string Instead)> Entries { get; } =
        [.. System.IO.File.ReadLines(File).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)).Select(Parse)];

    /// <summary>What the analyzer finds in a file of code.</summary>
    public static async Task<IEnumerable<Diagnostic>> Offences(string code)
    {
        var compilation = HeartCompilation.Snippet(code);
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        var options = new AnalyzerOptions([new ListText()]);
        var found = await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync();
        return found.Where(diagnostic => diagnostic.Id == "RS0030");
    }

    static (string Id, string Instead) Parse(string line)
    {
        var at = line.IndexOf(';', StringComparison.Ordinal);
        return at < 0 ? (line, "") : (line[..at], line[(at + 1)..]);
    }

    static ImmutableArray<DiagnosticAnalyzer> Load()
    {
        // By name: its neighbours in the same file need an editor's libraries, which are not here.
        var assembly = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "analyzers", "Microsoft.CodeAnalysis.CSharp.BannedApiAnalyzers.dll"));
        var type = assembly.GetType("Microsoft.CodeAnalysis.CSharp.BannedApiAnalyzers.CSharpSymbolIsBannedAnalyzer", throwOnError: true)!;
        return [(DiagnosticAnalyzer)Activator.CreateInstance(type)!];
    }

    sealed class ListText : AdditionalText
    {
        public override string Path => File;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(System.IO.File.ReadAllText(File));
    }
}
