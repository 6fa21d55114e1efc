namespace Workbench.Scripting;

/// <summary>One text of a script: the file itself or one that it loads, as it was when the script was read.</summary>
/// <param name="Name">Path relative to the script's folder with forward slashes: the name compiled into its line numbers.</param>
/// <param name="Path">Where it was read, for messages.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record ScriptFile(string Name, string Path, byte[] Bytes)
{
    string[]? lines;

    /// <summary>The line with that number, counted from 1; empty beyond the end.</summary>
    public string Line(int number)
    {
        lines ??= Decode().Split('\n');
        return number >= 1 && number <= lines.Length ? lines[number - 1].TrimEnd('\r') : "";
    }

    /// <summary>The text: UTF-8, or what its byte order mark says.</summary>
    internal string Decode()
    {
        using var reader = new StreamReader(new MemoryStream(Bytes));
        return reader.ReadToEnd();
    }
}
