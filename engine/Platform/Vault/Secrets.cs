using System.Text;
using System.Text.Encodings.Web;

namespace Workbench.Platform.Vault;

/// <summary>
/// All secrets that this process has seen, so that any text can be cleared of them before it is written: as they are, and as
/// addresses, JSON, Base64 and hexadecimal would show them. For all threads.
/// </summary>
public sealed class Secrets
{
    /// <summary>What stands in a text where a secret was.</summary>
    public const string Mask = "***";

    // Shorter ones would blank out ordinary words; no venue gives keys as short as that.
    const int Shortest = 6;

    readonly Lock adding = new();
    string[] known = [];

    /// <summary>Makes what is secret in keys known.</summary>
    public void Add(VenueKeys keys)
    {
        Add(keys.Key);
        Add(keys.Secret);
    }

    /// <summary>Makes a secret known. A PEM key counts line by line as well.</summary>
    public void Add(string secret)
    {
        var forms = secret.Split('\n').Select(line => line.Trim()).Where(line => !line.StartsWith("-----", StringComparison.Ordinal)).Append(secret)
            .Where(each => each.Length >= Shortest).SelectMany(Forms);
        lock (adding)
        {
            // The longest first: a part of a secret must not be masked before the whole is found.
            known = [.. known.Concat(forms).Distinct(StringComparer.Ordinal).OrderByDescending(form => form.Length)];
        }
    }

    /// <summary>The text without any secret that is known.</summary>
    public string Scrub(string text)
    {
        foreach (var form in Volatile.Read(ref known))
        {
            text = text.Replace(form, Mask, StringComparison.OrdinalIgnoreCase);
        }

        return text;
    }

    /// <summary>Whether the text holds a secret that is known.</summary>
    public bool AreIn(string text) => Array.Exists(Volatile.Read(ref known), form => text.Contains(form, StringComparison.OrdinalIgnoreCase));

    static IEnumerable<string> Forms(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        return [secret, Uri.EscapeDataString(secret), JavaScriptEncoder.Default.Encode(secret), Convert.ToBase64String(bytes).TrimEnd('='), Convert.ToHexStringLower(bytes)];
    }
}
