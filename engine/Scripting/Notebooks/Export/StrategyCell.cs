using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbench.Scripting.Notebooks;

/// <summary>The cell of a notebook that is its strategy.</summary>
/// <param name="Number">Its place among all cells of the file, from 1.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Text">The script that it is (<see cref="StrategyText"/>).</param>
public sealed record StrategyCell(int Number, NotebookCell Cell, string Text)
{
    /// <summary>The tag, and the magic behind <c>#!</c>, that mark it.</summary>
    public const string Mark = "strategy";

    static readonly string[] Harmless = ["#!" + Mark, "#!time"];
    static readonly string[] CSharp = ["#!csharp", "#!c#"];

    /// <summary>
    /// Finds it: the cell that declares the named class; without a name the one marked by a line <c>#!strategy</c> or the tag <c>strategy</c>; where
    /// none is marked, the only one that declares a class deriving from Strategy.
    /// </summary>
    /// <param name="notebook">The notebook; it need not have been run.</param>
    /// <param name="name">Name of the strategy class; null for the only one.</param>
    /// <exception cref="WorkbenchException">WB3090 there is none, WB3091 there are several, WB3092 none of that name, WB3093 it holds more than declarations.</exception>
    public static StrategyCell Find(Notebook notebook, string? name = null)
    {
        var cells = notebook.Cells.Select((cell, at) => new Candidate(at + 1, cell)).Where(each => CellDeclarations.IsCSharp(each.Cell)).ToList();
        var classes = StrategiesOf(cells);
        var found = Choose(cells, classes, name);
        found.RefuseStatements();
        return new StrategyCell(found.Number, found.Cell, StrategyText.Of(found.Cell.Source));
    }

    static Candidate Choose(List<Candidate> cells, ILookup<string, Candidate> classes, string? name)
    {
        if (name is not null)
        {
            return classes.Contains(name) ? Only([.. classes[name]]) : throw NotebookFileErrors.UnknownStrategy(name, classes.Select(each => each.Key));
        }

        var marked = cells.Where(cell => cell.IsMarked).ToList();
        var candidates = marked.Count > 0 ? marked : [.. classes.SelectMany(each => each).Distinct()];
        return candidates.Count == 0 ? throw NotebookFileErrors.NoStrategy() : Only(candidates);
    }

    static Candidate Only(List<Candidate> found) =>
        found.Count == 1 ? found[0] : throw NotebookFileErrors.ManyStrategies(found.OrderBy(each => each.Number).Select(each => (each.Number, string.Join(", ", each.Classes.Select(type => type.Identifier.Text)))));

    /// <summary>Classes that can be run, by name, with the cells that declare them. They may derive from Strategy through each other.</summary>
    static ILookup<string, Candidate> StrategiesOf(List<Candidate> cells)
    {
        var derived = new HashSet<string>(StringComparer.Ordinal) { nameof(Strategy) };
        int found;
        do
        {
            found = cells.SelectMany(cell => cell.Classes).Where(type => BasesOf(type).Any(derived.Contains)).Count(type => derived.Add(type.Identifier.Text));
        }
        while (found > 0);

        return (from cell in cells
                from type in cell.Classes
                where BasesOf(type).Any(derived.Contains) && !type.Modifiers.Any(SyntaxKind.AbstractKeyword)
                select (type.Identifier.Text, cell)).ToLookup(each => each.Text, each => each.cell);
    }

    static IEnumerable<string> BasesOf(ClassDeclarationSyntax type) => type.BaseList?.Types.Select(each => each.Type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.Text,
        SimpleNameSyntax simple => simple.Identifier.Text,
        _ => "",
    }) ?? [];

    /// <summary>A cell of C# that may be it.</summary>
    sealed record Candidate(int Number, NotebookCell Cell)
    {
        readonly CompilationUnitSyntax tree = CellDeclarations.Parse(Cell.Source);

        public IEnumerable<ClassDeclarationSyntax> Classes => tree.Members.OfType<ClassDeclarationSyntax>();

        public bool IsMarked => CellTags.Has(Cell, Mark) || Lines.Any(line => line.TrimEnd().Equals("#!" + Mark, StringComparison.OrdinalIgnoreCase));

        string[] Lines => Cell.Source.ReplaceLineEndings("\n").Split('\n');

        /// <summary>A script declares; what a cell does beside would not run in it, and its magics would mean nothing.</summary>
        public void RefuseStatements()
        {
            var line = tree.Members.Where(IsStatement).Select(member => member.GetLocation().GetLineSpan().StartLinePosition.Line).Append(OtherMagic()).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
            if (line >= 0)
            {
                throw NotebookFileErrors.NotOnlyDeclarations(Number, line + 1, Lines[line].Trim());
            }
        }

        static bool IsStatement(MemberDeclarationSyntax member) =>
            member is GlobalStatementSyntax || (member is FieldDeclarationSyntax field && !field.Modifiers.Any(SyntaxKind.ConstKeyword) && !field.Modifiers.Any(SyntaxKind.StaticKeyword));

        int OtherMagic()
        {
            var hasBegun = false;
            for (var at = 0; at < Lines.Length; at++)
            {
                var word = Lines[at].Split((char[]?)null, 2)[0];
                var isMagic = CellMagic.IsOne(Lines[at]);
                if (isMagic && !Harmless.Contains(word, StringComparer.OrdinalIgnoreCase) && (hasBegun || !CSharp.Contains(word, StringComparer.OrdinalIgnoreCase)))
                {
                    return at;
                }

                hasBegun |= !isMagic && !string.IsNullOrWhiteSpace(Lines[at]);
            }

            return -1;
        }
    }
}
