namespace Workbench.App;

/// <summary>A word as a shell takes it.</summary>
static class ShellWord
{
    /// <summary>Quoted where it must be.</summary>
    public static string Quoted(string word) =>
        word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./:=@,+%".Contains(letter)) ? word : "'" + word.Replace("'", "'\\''") + "'";
}
