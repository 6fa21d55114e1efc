using System.Text;
using System.Text.Json;

namespace Workbench.Platform.Tests.Vault;

public sealed class SecretsTests
{
    const string Secret = "planted/secret+6fb8==";

    readonly Secrets secrets = new();

    public SecretsTests() => secrets.Add(FileVaultTests.Demo("demo") with { Secret = Secret });

    [Fact]
    public void A_secret_is_masked_however_it_is_written()
    {
        foreach (var form in new[]
        {
            Secret, Uri.EscapeDataString(Secret), JsonSerializer.Serialize(new { Secret }), Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)),
            Convert.ToHexString(Encoding.UTF8.GetBytes(Secret)), Secret.ToUpperInvariant(), "Bearer planted-token-5ea7",
        })
        {
            var text = $"GET /v3?a=1&s={form} failed";
            Assert.True(secrets.AreIn(text), form);
            var clean = secrets.Scrub(text);
            Assert.Contains(Secrets.Mask, clean, StringComparison.Ordinal);
            Assert.DoesNotContain("planted", clean, StringComparison.OrdinalIgnoreCase);
            Assert.False(secrets.AreIn(clean), clean);
        }
    }

    [Fact]
    public void Each_line_of_a_private_key_is_one()
    {
        secrets.Add("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ\nqzq+abcdefghijk\n-----END PRIVATE KEY-----\n");

        Assert.Equal("line ***", secrets.Scrub("line qzq+abcdefghijk"));
        Assert.Equal("-----BEGIN PRIVATE KEY-----", secrets.Scrub("-----BEGIN PRIVATE KEY-----"));
    }

    [Fact]
    public void A_text_without_secrets_stays_as_it_is() => Assert.Equal("order 17 filled", secrets.Scrub("order 17 filled"));

    [Fact]
    public void An_empty_or_short_secret_blanks_out_nothing()
    {
        secrets.Add("");
        secrets.Add("abc");

        Assert.Equal("abc def", secrets.Scrub("abc def"));
    }

    [Fact]
    public void Keys_in_words_show_nothing_secret()
    {
        var text = FileVaultTests.Demo("demo").ToString();

        Assert.False(secrets.AreIn(text));
        Assert.Contains("oanda/demo", text, StringComparison.Ordinal);
    }
}
