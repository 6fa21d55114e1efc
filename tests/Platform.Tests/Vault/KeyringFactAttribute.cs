namespace Workbench.Platform.Tests.Vault;

/// <summary>A fact about a real Secret Service: runs where gnome-keyring, secret-tool and a private bus can be had, is skipped with the reason elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class KeyringFactAttribute : FactAttribute
{
    static readonly string[] Needed = ["secret-tool", "gnome-keyring-daemon", "dbus-run-session"];

    public KeyringFactAttribute() => Skip = Array.TrueForAll(Needed, IsInstalled)
        ? null
        : "A keyring of our own needs Debian's libsecret-tools, gnome-keyring and dbus.";

    static bool IsInstalled(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
