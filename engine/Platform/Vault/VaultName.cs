using System.Text.RegularExpressions;

namespace Workbench.Platform.Vault;

/// <summary>Names of venues and keys become names of variables and attributes: letters, digits and dashes, nothing else.</summary>
static partial class VaultName
{
    public static void Check(string venue, string name)
    {
        foreach (var word in (ReadOnlySpan<string>)[venue, name])
        {
            if (!Plain().IsMatch(word))
            {
                throw PlatformErrors.VaultName(word);
            }
        }
    }

    [GeneratedRegex(@"\A[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?\z")]
    private static partial Regex Plain();
}
