using Workbench.Platform.Postgres;

namespace Workbench.App;

/// <summary>A word as a shell takes it.</summary>
static class ShellWord
{
    /// <summary>Quoted where it must be.</summary>
    public static string Quoted(string word) =>
        word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./:=@,+%".Contains(letter)) ? word : "'" + word.Replace("'", "'\\''") + "'";

    /// <summary>As it was typed but without the password of an address, for whatever is shown or kept.</summary>
    public static string Masked(string word) => PostgresAddress.Masked(word);

    /// <summary>Quoted, and without the password of an address.</summary>
    public static string Shown(string word) => Quoted(Masked(word));
}
