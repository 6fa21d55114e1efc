using System.Globalization;

namespace Workbench.Platform.Postgres;

/// <summary>
/// Where a database is: <c>postgres://user@host:port/database?sslmode=require</c>. It never holds a password, so that it may be shown and
/// kept; one that was typed into it is taken out by <see cref="Parse"/> and is known to the process alone.
/// </summary>
/// <param name="User">Who signs in; empty for the system's user.</param>
/// <param name="Host">Name or number of the machine.</param>
/// <param name="Port">Default 5432.</param>
/// <param name="Database">Name of the database.</param>
/// <param name="SslMode">How the connection is encrypted; empty for encrypted where the server can.</param>
public sealed record PostgresAddress(string User, string Host, int Port, string Database, string SslMode = "")
{
    /// <summary>Variable that holds the password.</summary>
    public const string PasswordVariable = "PGPASSWORD";

    const int UsualPort = 5432;

    static readonly string[] Schemes = ["postgres://", "postgresql://"];
    static readonly string[] SslModes = ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"];

    /// <summary>Whether a text is meant as the address of a database.</summary>
    public static bool Is(string? text) => text is not null && Array.Exists(Schemes, scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    /// <summary>The text without a password, whatever else may be wrong with it.</summary>
    public static string Masked(string text)
    {
        if (!Is(text))
        {
            return text;
        }

        var start = text.IndexOf("://", StringComparison.Ordinal) + 3;
        var at = text.LastIndexOf('@');
        var colon = at < start ? -1 : text.IndexOf(':', start, at - start);
        return colon < 0 ? text : text[..colon] + text[at..];
    }

    /// <summary>Reads an address. A password in it becomes the process's own, as if it had come by <see cref="PasswordVariable"/>, and that of the processes it starts.</summary>
    /// <exception cref="WorkbenchException">It is none, or says something that is not known.</exception>
    public static PostgresAddress Parse(string text)
    {
        if (!Is(text) || !Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            throw PostgresErrors.NoAddress(Masked(text));
        }

        var (user, password) = Split(uri.UserInfo, ':');
        var database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
        if (database.Length == 0 || database.Contains('/'))
        {
            throw PostgresErrors.NoAddress(Masked(text));
        }

        if (password.Length > 0)
        {
            Environment.SetEnvironmentVariable(PasswordVariable, Uri.UnescapeDataString(password));
        }

        return new PostgresAddress(Uri.UnescapeDataString(user), uri.Host, uri.Port > 0 ? uri.Port : UsualPort, database, SslModeOf(uri.Query));
    }

    /// <summary>As it is shown and kept.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"postgres://{(User.Length > 0 ? Uri.EscapeDataString(User) + "@" : "")}{Host}:{Port}/{Uri.EscapeDataString(Database)}{(SslMode.Length > 0 ? "?sslmode=" + SslMode : "")}");

    static string SslModeOf(string query)
    {
        var mode = "";
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = Split(pair, '=');
            mode = name == "sslmode" ? value : throw PostgresErrors.UnknownOption(name);
        }

        return mode.Length == 0 || SslModes.Contains(mode) ? mode : throw PostgresErrors.UnknownSslMode(mode, SslModes);
    }

    static (string Head, string Tail) Split(string text, char at) => text.IndexOf(at) is >= 0 and var index ? (text[..index], text[(index + 1)..]) : (text, "");
}
