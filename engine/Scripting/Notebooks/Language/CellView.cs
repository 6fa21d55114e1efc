using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbench.Scripting.Notebooks;

/// <summary>A cell as the compiler understands it, seen from a place in it.</summary>
sealed class CellView
{
    readonly Lazy<SemanticModel> model;

    public CellView(string cell, int position, Func<SyntaxTree, CSharpCompilation> compile, CSharpParseOptions parsing)
    {
        Position = Math.Clamp(position, 0, cell.Length);
        Code = CellCode.Of(cell);
        Tree = CSharpSyntaxTree.ParseText(Code, parsing);
        Root = Tree.GetRoot();
        Start = WordStart(Code, Position);
        End = WordEnd(Code, Position);
        Left = Before(Start);
        model = new(() => compile(Tree).GetSemanticModel(Tree, ignoreAccessibility: false));
    }

    /// <summary>The cell's C#, place for place.</summary>
    public string Code { get; }

    /// <summary>The place.</summary>
    public int Position { get; }

    /// <summary>Where the word at the place begins: at the place itself where there is none.</summary>
    public int Start { get; }

    /// <summary>Where it ends.</summary>
    public int End { get; }

    /// <summary>What is typed of it before the place.</summary>
    public string Typed => Code[Start..Position];

    public SyntaxTree Tree { get; }

    public SyntaxNode Root { get; }

    /// <summary>The token before the word.</summary>
    public SyntaxToken Left { get; }

    public SemanticModel Model => model.Value;

    /// <summary>Whether the place is where no name can be: in a comment, a text or a number.</summary>
    public bool IsLiteral => IsDead(Root.FindTrivia(Math.Max(0, Position - 1))) || IsDead(Root.FindToken(Math.Max(0, Position - 1)));

    /// <summary>The last token that ends at or before a place.</summary>
    public SyntaxToken Before(int place)
    {
        var token = Root.FindToken(place);
        while (token.SpanStart >= place && token != default)
        {
            token = token.GetPreviousToken(includeSkipped: true);
        }

        return token;
    }

    bool IsDead(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.MultiLineCommentTrivia
        ? Position < trivia.Span.End
        : trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.DisabledTextTrivia && Position > trivia.SpanStart;

    bool IsDead(SyntaxToken token) => Position > token.SpanStart && token.Kind() switch
    {
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.Utf8StringLiteralToken => Position < token.Span.End || !IsClosed(token),
        SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken => Position < token.Span.End || token.ContainsDiagnostics,
        SyntaxKind.InterpolatedStringTextToken or SyntaxKind.NumericLiteralToken => Position <= token.Span.End,
        SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken => Position < token.Span.End,
        _ => false,
    };

    static bool IsClosed(SyntaxToken token) => token.Text.Length > 1 && token.Text[^1] is '"' or '\'' or '8' && !token.ContainsDiagnostics;

    static int WordStart(string code, int position)
    {
        while (position > 0 && IsWord(code[position - 1]))
        {
            position--;
        }

        return position;
    }

    static int WordEnd(string code, int position)
    {
        while (position < code.Length && IsWord(code[position]))
        {
            position++;
        }

        return position;
    }

    static bool IsWord(char sign) => SyntaxFacts.IsIdentifierPartCharacter(sign) || sign == '@';
}
