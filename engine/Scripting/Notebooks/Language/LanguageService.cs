using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbench.Scripting.Notebooks;

/// <summary>
/// What helps while a cell is written: words that fit, what stands at a place, how to call it, what is wrong. Knows all that earlier cells declared,
/// runs nothing, restores nothing, and takes any text, however broken. Places are UTF-16 units from the cell's start.
/// </summary>
/// <param name="compile">The compilation of a cell's tree, with all cells before it as previous ones.</param>
/// <param name="parsing">How cells are parsed.</param>
public sealed class LanguageService(Func<SyntaxTree, CSharpCompilation> compile, CSharpParseOptions parsing)
{
    /// <summary>Most words that are offered.</summary>
    public const int MostItems = 300;

    const int MostDiagnostics = 100;

    /// <summary>Words that fit at a place, the likeliest first.</summary>
    /// <param name="code">The cell, magics included.</param>
    /// <param name="position">The place; one outside of the cell counts as its nearest end.</param>
    public Completions Complete(string code, int position)
    {
        var at = Math.Clamp(position, 0, code.Length);
        var line = CellCode.LineUpTo(code, at);
        if (line.TrimStart().StartsWith("#", StringComparison.Ordinal))
        {
            return Magics(line, at);
        }

        var view = View(code, at);
        if (IsBlanked(code, view))
        {
            return new Completions(at, at, []);
        }

        var items = Likeliness.Sorted(Candidates.Of(view), view.Typed).Take(MostItems).Select(Item);
        return new Completions(view.Start, view.End, [.. items]);
    }

    /// <summary>Declaration and documentation of what stands at a place, as plain text and Markdown; null where nothing stands there.</summary>
    /// <param name="code">The cell, magics included.</param>
    /// <param name="position">The place.</param>
    public MimeBundle? Inspect(string code, int position)
    {
        var view = View(code, position);
        return Inspection.SymbolAt(view) is { } symbol ? Inspection.Show(symbol, view) : null;
    }

    /// <summary>Name of the session's variable that stands at a place; null where none does. Its value is the session's to tell.</summary>
    /// <param name="code">The cell, magics included.</param>
    /// <param name="position">The place.</param>
    public string? VariableAt(string code, int position) =>
        Inspection.SymbolAt(View(code, position)) is IFieldSymbol { ContainingType.IsScriptClass: true } variable ? variable.Name : null;

    /// <summary>How to call what is being called at a place, all overloads; null where nothing is.</summary>
    /// <param name="code">The cell, magics included.</param>
    /// <param name="position">The place.</param>
    public SignatureHelp? Signatures(string code, int position)
    {
        var view = View(code, position);
        if (CallSite.At(view) is not { Methods.Count: > 0 } call)
        {
            return null;
        }

        var best = call.Best();
        var parameter = call.ParameterOf(call.Methods[best])?.Ordinal ?? call.Index;
        return new SignatureHelp([.. call.Methods.Select(method => Told(method, view))], best, parameter);
    }

    /// <summary>What the compiler says of a cell: errors and warnings, in the order of their places.</summary>
    /// <param name="code">The cell, magics included; lines that ask for libraries or files are not looked at.</param>
    public IReadOnlyList<CellDiagnostic> Diagnose(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(CellCode.Of(code), parsing);
        var found = compile(tree).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Location.SourceTree == tree)
            .OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start);
        return [.. found.Take(MostDiagnostics).Select(Placed)];
    }

    /// <summary>Whether a text is a whole cell, or waits for more lines.</summary>
    /// <param name="code">The cell, magics included.</param>
    public bool IsComplete(string code) => SyntaxFactory.IsCompleteSubmission(CSharpSyntaxTree.ParseText(CellCode.Of(code), parsing));

    CellView View(string code, int position) => new(code, position, compile, parsing);

    static Completions Magics(ReadOnlySpan<char> line, int at)
    {
        var typed = line.TrimStart().ToString();
        var fitting = CellMagic.All.Where(magic => magic.Word.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
        return new Completions(at - typed.Length, at, [.. fitting.Select(magic => new CompletionItem(magic.Word, "magic", magic.Summary))]);
    }

    // A place in Markdown, or in any other language than the compiler's.
    static bool IsBlanked(string code, CellView view) => !code.AsSpan(view.Start, view.End - view.Start).SequenceEqual(view.Code.AsSpan(view.Start, view.End - view.Start))
        || CellCode.LineUpTo(code, view.Position) is var line && !line.SequenceEqual(CellCode.LineUpTo(view.Code, view.Position));

    static CompletionItem Item(Candidate candidate) =>
        new(candidate.Text, candidate.Kind, (candidate.Symbol is { } symbol ? SymbolText.Signature(symbol) : "") + candidate.Signature);

    static string Told(IMethodSymbol method, CellView view)
    {
        var summary = Documentation.Of(method, view.Model.Compilation);
        var declaration = SymbolText.Declaration(method);
        return summary.Length == 0 ? declaration : declaration + "\n" + summary;
    }

    static CellDiagnostic Placed(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan().Span;
        return new CellDiagnostic(
            diagnostic.Id, diagnostic.GetMessage(CultureInfo.InvariantCulture), diagnostic.Severity == DiagnosticSeverity.Error,
            place.Start.Line + 1, place.Start.Character + 1, place.End.Line + 1, place.End.Character + 1);
    }
}
