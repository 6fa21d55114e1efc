using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Workbench.Scripting.Notebooks;

/// <summary>
/// Settings of a notebook from outside, as papermill does it: the cell tagged <c>parameters</c> declares variables with their defaults, and a cell
/// tagged <c>injected-parameters</c> behind it gives them other values. The file then shows what it was run with.
/// </summary>
public static class NotebookParameters
{
    /// <summary>Tag of the cell that declares.</summary>
    public const string Tag = "parameters";

    /// <summary>Tag of the cell that is put in.</summary>
    public const string InjectedTag = "injected-parameters";

    /// <summary>The notebook with a cell that sets them; the notebook itself where nothing is to be set.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="settings">What to set, each as <c>name=value</c>; times are ISO dates or times, UTC.</param>
    /// <exception cref="WorkbenchException">WB3086 there is no cell of parameters, WB3087 a name that it does not declare, WB3088 a value that its type does not take.</exception>
    public static Notebook Set(Notebook notebook, IReadOnlyList<string> settings)
    {
        if (settings.Count == 0)
        {
            return notebook;
        }

        var cells = notebook.Cells.Where(cell => !CellTags.Has(cell, InjectedTag)).ToList();
        var at = cells.FindIndex(cell => CellDeclarations.IsCSharp(cell) && CellTags.Has(cell, Tag));
        if (at < 0)
        {
            throw NotebookFileErrors.NoParameters();
        }

        cells.Insert(at + 1, Injected(Assignments(cells[at].Source, settings), cells));
        return notebook with { Cells = cells };
    }

    static string Assignments(string declaring, IReadOnlyList<string> settings)
    {
        var known = TypesOf(declaring);
        var lines = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var setting in settings)
        {
            var (name, value) = setting.Split('=', 2) is [var left, var right] ? (left.Trim(), right) : throw NotebookFileErrors.BadSetting(setting, "write name=value");
            var type = known.GetValueOrDefault(name) ?? throw NotebookFileErrors.UnknownParameter(name, known.Keys);
            var literal = Literal(type, value) ?? throw NotebookFileErrors.BadSetting(setting, $"'{name}' is of type {type}");
            if (!lines.TryAdd(name, $"{name} = {literal};"))
            {
                throw NotebookFileErrors.BadSetting(setting, $"'{name}' is set twice");
            }
        }

        return string.Join('\n', lines.Values);
    }

    /// <summary>The variables that a cell declares, by name, with their types as C# words; the type of a <c>var</c> is that of its literal.</summary>
    static Dictionary<string, string> TypesOf(string cell)
    {
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in CellDeclarations.Parse(cell).Members.OfType<FieldDeclarationSyntax>().Where(field => !field.Modifiers.Any(SyntaxKind.ConstKeyword)))
        {
            foreach (var variable in field.Declaration.Variables)
            {
                types[variable.Identifier.Text] = field.Declaration.Type.ToString() is var type and not "var" ? type : TypeOf(variable.Initializer?.Value);
            }
        }

        return types;
    }

    static string TypeOf(ExpressionSyntax? value) => value switch
    {
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => TypeOf(minus.Operand),
        LiteralExpressionSyntax literal => literal.Token.Value switch
        {
            int => "int",
            long => "long",
            double => "double",
            decimal => "decimal",
            bool => "bool",
            string => "string",
            _ => "unknown",
        },
        ObjectCreationExpressionSyntax made => made.Type.ToString(),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: nameof(DateTime) } } } => nameof(DateTime),
        _ => "unknown",
    };

    /// <summary>The value as C# writes it; null where the type does not take it, or is none that can be set.</summary>
    static string? Literal(string type, string value) => type switch
    {
        "int" => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? Text(number) : null,
        "long" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? Text(number) + "L" : null,
        "double" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? Text(number) + "d" : null,
        "decimal" => decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Text(number) + "m" : null,
        "bool" => value is "true" or "false" ? value : null,
        "string" or "string?" => SymbolDisplay.FormatLiteral(value, quote: true),
        nameof(DateTime) => Time(value),
        _ => null,
    };

    static string? Time(string value)
    {
        if (!DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) || value is not [_, _, _, _, '-', ..])
        {
            return null;
        }

        var rest = time.Ticks % TimeSpan.TicksPerSecond;
        var whole = time.ToString("yyyy, M, d, H, m, s", CultureInfo.InvariantCulture);
        return $"new DateTime({whole}, DateTimeKind.Utc){(rest == 0 ? "" : $".AddTicks({Text(rest)})")}";
    }

    static NotebookCell Injected(string text, List<NotebookCell> others)
    {
        var ids = new CellIds();
        others.ForEach(cell => ids.Next(cell.Id));
        var metadata = NotebookHeader.OfCell(CellLanguage.Default);
        metadata["tags"] = new JsonArray(InjectedTag);
        return new NotebookCell(CellKind.Code, "// set from outside\n" + text) { Id = ids.Next(null), Metadata = metadata };
    }

    static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);
}
