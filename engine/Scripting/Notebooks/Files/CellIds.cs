using System.Globalization;

namespace Workbench.Scripting.Notebooks;

/// <summary>Gives each cell of a file an id of its own. Made ones count up, so that reading a file twice gives the same.</summary>
sealed class CellIds
{
    readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>The id that the file has; a made one where it has none, or has given it to another cell already.</summary>
    public string Next(string? id)
    {
        for (var n = taken.Count + 1; id is null || !taken.Add(id); n++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"cell-{n}");
        }

        return id;
    }
}
