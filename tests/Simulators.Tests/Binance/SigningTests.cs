using System.Text.Json;
using Workbench.Simulators.Binance;

namespace Workbench.Simulators.Tests.Binance;

public sealed class SigningTests : BinanceCase
{
    [SharedDataFact]
    public void The_documented_examples_have_the_documented_signatures()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(SharedData.Path("brokers/binance/signing-vectors.json")));
        var secret = file.RootElement.GetProperty("secretKey").GetString()!;

        foreach (var vector in file.RootElement.GetProperty("vectors").EnumerateArray())
        {
            Assert.Equal(vector.GetProperty("signature").GetString(), BinanceSignature.Hmac(secret, vector.GetProperty("payload").GetString()!));
        }
    }

    // RFC 8032, section 7.1, tests 1 to 3.
    [Theory]
    [InlineData("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void The_standards_signatures_hold_and_hold_no_more_when_a_bit_is_turned(string key, string message, string signature)
    {
        var (k, m, s) = (Convert.FromHexString(key), Convert.FromHexString(message), Convert.FromHexString(signature));
        Assert.True(Ed25519.Verify(k, m, s));

        s[7] ^= 1;
        Assert.False(Ed25519.Verify(k, m, s));
        s[7] ^= 1;
        Assert.False(Ed25519.Verify(k, [.. m, 0], s));
    }

    [Fact]
    public async Task A_signature_of_another_secret_is_refused()
    {
        using var other = new Caller(Simulator, secret: "other");

        Assert.Equal((400, -1022), (await other.Signed("GET", "/api/v3/account")) is var answer ? (answer.Status, answer.Code) : default);
    }

    [Fact]
    public async Task The_signature_is_over_query_and_body_together()
    {
        var (query, body) = ("symbol=BTCUSDT&side=BUY&type=LIMIT", $"timeInForce=GTC&quantity=0.01&price=50000&timestamp={Caller.Now}");
        var signature = BinanceSignature.Hmac("sim-secret", query + body);

        Assert.Equal(200, (await Caller.Send("POST", $"/api/v3/order?{query}", $"{body}&signature={signature}")).Status);
    }

    [Fact]
    public async Task The_query_wins_over_the_body()
    {
        var (query, body) = ("symbol=BTCUSDT&side=BUY&type=LIMIT&price=51000", $"timeInForce=GTC&quantity=0.01&price=50000&timestamp={Caller.Now}");
        var signature = BinanceSignature.Hmac("sim-secret", query + body);

        Assert.Equal("51000.00000000", (await Caller.Send("POST", $"/api/v3/order?{query}", $"{body}&signature={signature}"))["price"]);
    }

    [Fact]
    public async Task What_is_percent_encoded_passes_and_what_should_be_and_is_not_is_refused()
    {
        Assert.Equal(200, (await Caller.Limit("BUY", "0.01", "50000", "&newClientOrderId=" + Uri.EscapeDataString("a:b/c"))).Status);
        Assert.Equal("a:b/c", Simulator.Spot.OpenOrders("main")[0].ClientId);

        var body = $"omitZeroBalances=[true]&timestamp={Caller.Now}";
        Assert.Equal(-1022, (await Caller.Send("GET", "/api/v3/account", $"{body}&signature={BinanceSignature.Hmac("sim-secret", body)}")).Code);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-4_000, 0)]
    [InlineData(900, 0)]
    [InlineData(-5_500, -1021)]
    [InlineData(3_000, -1021)]
    public async Task A_timestamp_must_lie_in_the_window(int offsetMs, int code) =>
        Assert.Equal(code, (await Caller.Signed("GET", "/api/v3/account", timestamp: Caller.Now + offsetMs)).Code);

    [Fact]
    public async Task A_window_beyond_a_minute_is_refused() =>
        Assert.Equal(-1131, (await Caller.Signed("GET", "/api/v3/account", "recvWindow=60001")).Code);

    [Fact]
    public async Task A_clock_that_runs_ahead_is_felt_by_both_markets_and_told_by_both()
    {
        Simulator.Faults.Arm(FaultKind.ClockAhead);

        Assert.Equal(-1021, (await Caller.Signed("GET", "/api/v3/account")).Code);
        Assert.Equal(-1021, (await Caller.Signed("GET", "/fapi/v3/balance")).Code);
        var told = (await Caller.Open("/fapi/v1/time")).Body.GetProperty("serverTime").GetInt64();
        Assert.InRange(told - Caller.Now, 85_000, 91_000);
        Assert.Equal(0, (await Caller.Signed("GET", "/api/v3/account", timestamp: told)).Code);
    }
}
