namespace Workbench.App.Cells;

/// <summary>What is to be run: a strategy class that a cell declares, or the path of a script. Both convert to this by themselves.</summary>
public sealed record Script
{
    Script(Type? type, string? path) => (Type, Path) = (type, path);

    /// <summary>The class; null for a script's path.</summary>
    public Type? Type { get; }

    /// <summary>The path as it was written; null for a class.</summary>
    public string? Path { get; }

    /// <summary>A strategy class of a cell: <c>typeof(MyStrategy)</c>.</summary>
    public static implicit operator Script(Type type) => new(type, null);

    /// <summary>A script: <c>"strategies/sma-cross.csx"</c>.</summary>
    public static implicit operator Script(string path) => new(null, path);
}
