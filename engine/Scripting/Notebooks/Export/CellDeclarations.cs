using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbench.Scripting.Notebooks;

/// <summary>What the cells of a notebook declare for each other, found in their text without running it.</summary>
static class CellDeclarations
{
    static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>The cell's C# as a syntax tree, line for line: lines that speak to the kernel are empty in it.</summary>
    public static CompilationUnitSyntax Parse(string cell) => CSharpSyntaxTree.ParseText(
        string.Join('\n', cell.ReplaceLineEndings("\n").Split('\n').Select(line => CellMagic.IsOne(line) ? "" : line)), Parsing).GetCompilationUnitRoot();

    /// <summary>Types, methods and variables by name, with the number of the last cell that declares each. Cells count from 1, text between them too.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="except">Number of a cell that does not count.</param>
    public static IReadOnlyDictionary<string, int> Of(Notebook notebook, int except)
    {
        var declared = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (cell, tree) in Trees(notebook, except))
        {
            foreach (var name in NamesOf(tree))
            {
                declared[name] = cell;
            }
        }

        return declared;
    }

    /// <summary>The <c>#r</c>, <c>#load</c> and <c>using</c> lines of all cells, each once, directives first as a script wants them.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="except">Number of a cell that does not count.</param>
    public static IReadOnlyList<LeanName> OpeningsOf(Notebook notebook, int except) =>
    [
        .. Trees(notebook, except).SelectMany(each => DirectivesOf(each.Tree).Select(line => new LeanName(line, each.Cell))).DistinctBy(line => line.Name),
        .. Trees(notebook, except).SelectMany(each => each.Tree.Usings.Select(line => new LeanName(line.ToString(), each.Cell))).DistinctBy(line => line.Name),
    ];

    static IEnumerable<(int Cell, CompilationUnitSyntax Tree)> Trees(Notebook notebook, int except) =>
        notebook.Cells.Select((cell, at) => (cell, Number: at + 1)).Where(each => each.Number != except && IsCSharp(each.cell)).Select(each => (each.Number, Parse(each.cell.Source)));

    static IEnumerable<string> DirectivesOf(CompilationUnitSyntax tree) =>
        tree.GetReferenceDirectives().Select(line => line.ToString().Trim()).Concat(tree.GetLoadDirectives().Select(line => line.ToString().Trim()));

    /// <summary>Whether the cell holds C#.</summary>
    public static bool IsCSharp(NotebookCell cell) => cell is { Kind: CellKind.Code, Language: CellLanguage.Default };

    /// <summary>The names that a cell declares.</summary>
    public static IEnumerable<string> NamesOf(CompilationUnitSyntax cell) => cell.Members.SelectMany(member => member switch
    {
        BaseTypeDeclarationSyntax type => [type.Identifier.Text],
        DelegateDeclarationSyntax type => [type.Identifier.Text],
        MethodDeclarationSyntax method => [method.Identifier.Text],
        PropertyDeclarationSyntax property => [property.Identifier.Text],
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.Text),
        GlobalStatementSyntax statement => Designated(statement.Statement),
        _ => Enumerable.Empty<string>(),
    });

    // Only what stands in the statement itself is seen by later cells: `var (a, b) = …`, `Parse(text, out var n)`.
    static IEnumerable<string> Designated(StatementSyntax statement) => statement is not ExpressionStatementSyntax ? [] : statement
        .DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or StatementSyntax and not ExpressionStatementSyntax))
        .OfType<SingleVariableDesignationSyntax>().Select(variable => variable.Identifier.Text);
}
