using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Workbench.Scripting.Notebooks;

/// <summary>A cell that ran and declared something, linked to the one before it: the session is the last of them.</summary>
/// <param name="Previous">The one before; null for the first.</param>
/// <param name="Compilation">What later cells are compiled against.</param>
/// <param name="Declarations">What it declared.</param>
/// <param name="Texts">What it was made of.</param>
/// <param name="CellId">Id of its cell; null where it has none.</param>
sealed record Submission(
    Submission? Previous, CSharpCompilation Compilation, IReadOnlyList<CellDeclaration> Declarations, CellTexts Texts, string? CellId)
{
    /// <summary>Its code; null where it consists of directives alone.</summary>
    public Assembly? Assembly { get; init; }

    /// <summary>The object whose fields are its variables; null where it consists of directives alone.</summary>
    public object? Instance { get; init; }

    /// <summary>The session's declarations, each by the submission that made it last, in the order of their making.</summary>
    public static IEnumerable<(CellDeclaration Declaration, Submission By)> All(Submission? last)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<(CellDeclaration, Submission)>();
        for (var at = last; at is not null; at = at.Previous)
        {
            found.AddRange(at.Declarations.Reverse().Where(declaration => seen.Add(declaration.Name)).Select(declaration => (declaration, at)));
        }

        found.Reverse();
        return found;
    }

    /// <summary>The session's variables with what they hold.</summary>
    public static IEnumerable<(string Name, Type Type, object? Value)> Variables(Submission? last) =>
        from each in All(last)
        where each.Declaration.Kind == SymbolKind.Field
        let field = each.By.Instance?.GetType().GetField(each.Declaration.Name, BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where field is not null
        select (field.Name, field.FieldType, field.GetValue(each.By.Instance));

    /// <summary>
    /// The objects that a cell behind this session begins with: one place for each that has code, the first for the host that we have not,
    /// and one for the cell itself.
    /// </summary>
    public static object?[] Slots(Submission? last)
    {
        var slots = new List<object?> { null };
        for (var at = last; at is not null; at = at.Previous)
        {
            if (at.Instance is not null)
            {
                slots.Add(at.Instance);
            }
        }

        slots.Add(null);
        slots.Reverse();
        return [.. slots];
    }
}
