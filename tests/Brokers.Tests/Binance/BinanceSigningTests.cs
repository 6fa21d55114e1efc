using System.Text;
using System.Text.Json;
using Workbench.Brokers.Binance;
using Workbench.Brokers.Links;

namespace Workbench.Brokers.Tests.Binance;

public class BinanceSigningTests
{
    [SharedDataFact]
    public void Signs_as_the_exchange_documents_it()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(SharedData.Path("brokers/binance/signing-vectors.json")));
        var signer = BinanceSigner.Of(new VenueKeys { Venue = "binance", Name = "documented", Key = "k", Secret = file.RootElement.GetProperty("secretKey").GetString()! });
        var vectors = file.RootElement.GetProperty("vectors").EnumerateArray().ToList();

        Assert.Equal(2, vectors.Count);
        Assert.All(vectors, vector => Assert.Equal(vector.GetProperty("signature").GetString(), signer.Sign(vector.GetProperty("payload").GetString()!)));
    }

    // RFC 8032, section 7.1, tests 1 to 3.
    [Theory]
    [InlineData("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void An_ed25519_key_signs_as_its_standard_says(string seed, string key, string message, string signature)
    {
        var pair = new Ed25519(Convert.FromHexString(seed));

        Assert.Equal(key, Convert.ToHexStringLower(pair.PublicKey));
        Assert.Equal(signature, Convert.ToHexStringLower(pair.Sign(Convert.FromHexString(message))));
    }

    [Fact]
    public void A_pem_file_with_an_ed25519_key_signs_in_base64()
    {
        // The first key of RFC 8032, in the wrapping of RFC 8410.
        var pem = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n";
        var signer = BinanceSigner.Of(new VenueKeys { Venue = "binance", Name = "pair", Key = "k", Secret = pem });
        var pair = new Ed25519(Convert.FromHexString("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

        Assert.Equal(Convert.ToBase64String(pair.Sign(Encoding.UTF8.GetBytes("symbol=BTCUSDT"))), signer.Sign("symbol=BTCUSDT"));
    }

    [Fact]
    public void A_pem_file_with_another_kind_of_key_is_refused_and_not_shown()
    {
        var keys = new VenueKeys { Venue = "binance", Name = "rsa", Key = "k", Secret = "-----BEGIN RSA PRIVATE KEY-----\nTUlJ\n-----END RSA PRIVATE KEY-----" };

        var refused = Assert.Throws<WorkbenchException>(() => BinanceSigner.Of(keys));

        Assert.Equal("WB5032", refused.Code);
        Assert.DoesNotContain("TUlJ", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Market_data_need_no_keys_and_orders_do()
    {
        var market = BinanceDesk.Market(new Answering(_ => (200, "{}")), keys: new VenueKeys { Venue = "binance", Name = "none" });

        Assert.Equal(BinanceOutcome.Told, (await market.Snapshot("BTCUSDT", default)).Outcome);
        Assert.Equal("WB5031", (await Assert.ThrowsAsync<WorkbenchException>(() => market.Submit(BinanceDesk.Limit, default))).Code);
    }

    [Fact]
    public async Task What_is_signed_is_what_is_sent_percent_encoding_included()
    {
        var venue = new Answering(_ => (200, "[]"));
        var rest = BinanceDesk.Rest(venue);
        await rest.Signed(new VenueCall("GET test"), HttpMethod.Get, "/api/v3/test", new BinanceQuery().With("symbol", "币安人生USDT").With("note", "a b&c=d+e"), default);

        var query = Assert.Single(venue.Requests).RequestUri!.AbsoluteUri.Split('?')[1];
        var signed = query[..query.IndexOf("&signature=", StringComparison.Ordinal)];

        Assert.StartsWith("symbol=%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9FUSDT&note=a%20b%26c%3Dd%2Be&recvWindow=", signed, StringComparison.Ordinal);
        Assert.EndsWith("&signature=" + BinanceSigner.Of(BinanceDesk.Keys).Sign(signed), query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_tells_the_pipeline_what_it_is()
    {
        var venue = new Answering(_ => (200, BinanceDesk.SpotOrder(1, "s1x7")));
        var market = BinanceDesk.Market(venue);
        await market.Submit(BinanceDesk.Limit, default);
        await market.Cancel(new OrderKey(BinanceDesk.Btc, "s1x7", ""), default);
        var calls = venue.Requests.Select(request => request.Options.TryGetValue(new HttpRequestOptionsKey<VenueCall>(VenueCall.OptionName), out var call) ? call : null).ToList();

        Assert.Equal(["POST order", "DELETE order"], calls.Select(call => call!.Name));
        Assert.Equal([false, true], calls.Select(call => call!.IsRepeatable));
        Assert.Equal([false, true], calls.Select(call => call!.IsUrgent));
        Assert.Contains("orders-10s", calls[0]!.Buckets);
        Assert.Equal([true, false], venue.Requests.Select(request => request.Content is not null));
    }

    [Fact]
    public async Task After_a_clock_error_the_offset_is_measured_and_the_order_stays_refused()
    {
        var ahead = DateTimeOffset.UtcNow.AddSeconds(90).ToUnixTimeMilliseconds();
        var venue = new Answering(line => line.Contains("/time", StringComparison.Ordinal)
            ? (200, $$"""{"serverTime":{{ahead.ToString(System.Globalization.CultureInfo.InvariantCulture)}}}""")
            : (400, """{"code":-1021,"msg":"Timestamp for this request was 1000ms ahead of the server's time."}"""));
        var rest = BinanceDesk.Rest(venue);

        var answer = await rest.Signed(new VenueCall("POST order"), HttpMethod.Post, "/api/v3/order", new BinanceQuery(), default);

        Assert.Equal((BinanceOutcome.Refused, -1021), (answer.Outcome, answer.Code));
        Assert.Equal(["POST /api/v3/order", "GET /api/v3/time"], venue.Asked);
        Assert.InRange(rest.Now - DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), 60_000, 91_000);
    }
}
