using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests.Notebooks.Language;

/// <summary>Cells compiled one against the other, as a kernel does it. A <c>|</c> in a cell's text marks the place that is meant.</summary>
sealed class Session
{
    static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);

    static readonly Lazy<CSharpCompilation> First = new(() => Make(null));

    static readonly ConditionalWeakTable<CSharpCompilation, CSharpCompilation> Grounds = [];

    readonly CSharpCompilation? last;

    public Session(params string[] cells)
    {
        foreach (var cell in cells)
        {
            var compilation = Compile(CSharpSyntaxTree.ParseText(cell, Parsing));
            Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            last = compilation;
        }

        Service = new LanguageService(Compile, Parsing);
    }

    public LanguageService Service { get; }

    public IReadOnlyList<CompletionItem> Items(string marked) => Complete(marked).Items;

    public IReadOnlyList<string> Words(string marked) => [.. Items(marked).Select(item => item.Text)];

    public Completions Complete(string marked) => Ask(marked, Service.Complete);

    public string? Inspect(string marked) => Ask(marked, Service.Inspect)?.Forms[MimeBundle.PlainText];

    public SignatureHelp? Signatures(string marked) => Ask(marked, Service.Signatures);

    static T Ask<T>(string marked, Func<string, int, T> ask)
    {
        var place = marked.IndexOf('|', StringComparison.Ordinal);
        return ask(marked.Remove(place, 1), place);
    }

    // References are bound once for a state of the session, not for each question.
    CSharpCompilation Compile(SyntaxTree tree) => ReferenceSet.Bind(Ground(last).AddSyntaxTrees(tree));

    static CSharpCompilation Ground(CSharpCompilation? last) => last is null ? First.Value : Grounds.GetValue(last, Make);

    static CSharpCompilation Make(CSharpCompilation? last)
    {
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, scriptClassName: "Cell", usings: ScriptImports.All, nullableContextOptions: NullableContextOptions.Enable);
        return CSharpCompilation.CreateScriptCompilation("cell", null, ReferenceSet.All, options, last, typeof(object));
    }
}
