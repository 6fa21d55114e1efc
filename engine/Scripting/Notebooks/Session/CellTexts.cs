namespace Workbench.Scripting.Notebooks;

/// <summary>The texts that a compiled piece of a cell was made of, for whoever has its code in hand: a stack frame, a class.</summary>
/// <param name="files">The cell's text first, then what it loads.</param>
/// <param name="origin">Where the cell stands.</param>
/// <param name="documents">Names of its types, with the text that each was declared in.</param>
sealed class CellTexts(IReadOnlyList<ScriptFile> files, CellOrigin origin, IReadOnlyDictionary<string, string> documents)
{
    public ScriptFile? Find(string? document) => files.FirstOrDefault(file => file.Name == document);

    /// <summary>Where a text stands, by the name that the compiler knows it under.</summary>
    public CellSource SourceOf(string document)
    {
        var file = Find(document) ?? files[0];
        return origin.Source(file.Decode(), ReferenceEquals(file, files[0]) ? origin.File : file.Path);
    }

    /// <summary>Where a type was declared, also one inside of another.</summary>
    public CellSource? SourceOf(Type type)
    {
        while (type.DeclaringType?.DeclaringType is not null)
        {
            type = type.DeclaringType;
        }

        return documents.TryGetValue(type.Name, out var document) ? SourceOf(document) : null;
    }
}
