using System.Buffers.Binary;
using System.Net;
using Workbench.Simulators.Providers;
using Workbench.Simulators.Providers.Dukascopy;

namespace Workbench.Simulators.Tests.Providers;

/// <summary>Dukascopy's tree and its newer interface: recorded answers byte for byte, drawn ones in the same form.</summary>
public sealed class DukascopyTests
{
    [SharedDataFact]
    public async Task Recorded_files_are_served_byte_for_byte_at_the_vendors_paths()
    {
        await using var provider = await DukascopySimulator.Start(new ProviderOptions { Recorded = SharedData.Root });
        using var asker = new Asker(provider);
        foreach (var file in Directory.GetFiles(SharedData.Path("dukascopy-bi5/GBPJPY/2012/11/02")).Append(SharedData.Path("dukascopy-bi5/EURUSD/2019/01/04/BID_candles_min_1.bi5")))
        {
            Assert.Equal(await File.ReadAllBytesAsync(file), await asker.Bytes("/datafeed/" + Path.GetRelativePath(SharedData.Path("dukascopy-bi5"), file)));
        }

        Assert.Equal(await File.ReadAllBytesAsync(SharedData.Path("dukascopy-json-api/ticks-BTC-USD-2023-2-20-12.json")), await asker.Bytes("/v1/ticks/BTC-USD/2023/2/20/12"));
        Assert.Equal(await File.ReadAllBytesAsync(SharedData.Path("dukascopy-json-api/candles-day-BTC-USD-BID-2019.json")), await asker.Bytes("/v1/candles/day/BTC-USD/BID/2019"));
        Assert.Equal(await File.ReadAllBytesAsync(SharedData.Path("dukascopy-json-api/candles-minute-BTC-USD-BID-from-1783900800000.json")), await asker.Bytes("/v1/candles/minute/BTC-USD/BID?from=1783900800000"));
        Assert.Equal(await File.ReadAllBytesAsync(SharedData.Path("dukascopy-json-api/instrument-EUR-USD.json")), await asker.Bytes("/v1/instruments/EUR-USD"));
    }

    [SharedDataFact]
    public async Task What_was_not_recorded_is_not_there()
    {
        await using var provider = await DukascopySimulator.Start(new ProviderOptions { Recorded = SharedData.Root });
        using var asker = new Asker(provider);
        Assert.Equal(HttpStatusCode.NotFound, (await asker.Ask("/datafeed/GBPJPY/2013/00/02/10h_ticks.bi5")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await asker.Ask("/datafeed/%2e%2e/MANIFEST.csv")).StatusCode);
    }

    [UnpackerFact]
    public async Task Drawn_ticks_are_packed_as_the_vendor_packs_them()
    {
        await using var provider = await DukascopySimulator.Start();
        using var asker = new Asker(provider);
        var packed = await asker.Bytes("/datafeed/EURUSD/2024/02/06/10h_ticks.bi5");
        var plain = Unpacker.Unpack(packed);
        Assert.Equal(plain.Length, (int)BinaryPrimitives.ReadInt64LittleEndian(packed.AsSpan(5)));
        Assert.Equal(0, plain.Length % 20);
        var times = Enumerable.Range(0, plain.Length / 20).Select(at => BinaryPrimitives.ReadUInt32BigEndian(plain.AsSpan(at * 20))).ToList();
        Assert.True(times.Count is > 500 and < 1_000, $"{times.Count} ticks");
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        Assert.InRange(times[^1], 3_500_000u, 3_599_999u);
        Assert.All(Enumerable.Range(0, times.Count), at =>
        {
            var (ask, bid) = (BinaryPrimitives.ReadUInt32BigEndian(plain.AsSpan((at * 20) + 4)), BinaryPrimitives.ReadUInt32BigEndian(plain.AsSpan((at * 20) + 8)));
            Assert.InRange(bid, 100_000u, 118_000u);
            Assert.InRange(ask - bid, 1u, 6u);
        });
    }

    [UnpackerFact]
    public async Task Drawn_minutes_fill_the_day_and_are_flat_where_it_was_closed()
    {
        await using var provider = await DukascopySimulator.Start();
        using var asker = new Asker(provider);
        var plain = Unpacker.Unpack(await asker.Bytes("/datafeed/EURUSD/2024/02/08/BID_candles_min_1.bi5"));
        Assert.Equal(1_440 * 24, plain.Length);
        var volumes = Enumerable.Range(0, 1_440).Select(at => BinaryPrimitives.ReadSingleBigEndian(plain.AsSpan((at * 24) + 20))).ToList();

        // Friday, 8 March 2024, in New York's winter: closed from 22:00 UTC.
        Assert.Equal(22 * 60, volumes.FindIndex(volume => volume == 0));
        Assert.All(volumes.Skip(22 * 60), volume => Assert.Equal(0f, volume));
    }

    [Fact]
    public async Task Closed_hours_are_empty_and_hours_to_come_are_not_there()
    {
        var time = new ManualTime { Now = new DateTimeOffset(2024, 3, 6, 12, 0, 0, TimeSpan.Zero) };
        await using var provider = await DukascopySimulator.Start(new ProviderOptions { Time = time });
        using var asker = new Asker(provider);
        Assert.Empty(await asker.Bytes("/datafeed/EURUSD/2024/02/02/10h_ticks.bi5"));
        Assert.NotEmpty(await asker.Bytes("/datafeed/BTCUSD/2024/02/02/10h_ticks.bi5"));
        Assert.Equal(HttpStatusCode.NotFound, (await asker.Ask("/datafeed/EURUSD/2024/02/06/13h_ticks.bi5")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await asker.Ask("/datafeed/NOSUCH/2024/02/05/13h_ticks.bi5")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await asker.Ask("/datafeed/EURUSD/2024/02/31/13h_ticks.bi5")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await asker.Ask("/v1/candles/minute/EUR-USD/BID/2024/3/6")).StatusCode);
        Assert.Empty((await asker.Json("/v1/candles/minute/EUR-USD/BID/2024/3/2"))["times"]!.AsArray());
    }

    [UnpackerFact]
    public async Task Both_interfaces_tell_the_same_ticks()
    {
        await using var provider = await DukascopySimulator.Start(new ProviderOptions { Seed = 9 });
        using var asker = new Asker(provider);
        var plain = Unpacker.Unpack(await asker.Bytes("/datafeed/GBPJPY/2024/02/06/10h_ticks.bi5"));
        var json = await asker.Json("/v1/ticks/GBP-JPY/2024/3/6/10");
        var (time, ask) = (0L, (long)((decimal)json["ask"]! / (decimal)json["multiplier"]!));
        for (var at = 0; at < plain.Length / 20; at++)
        {
            (time, ask) = (time + (long)json["times"]![at]!, ask + (long)json["asks"]![at]!);
            Assert.Equal((BinaryPrimitives.ReadUInt32BigEndian(plain.AsSpan(at * 20)), BinaryPrimitives.ReadUInt32BigEndian(plain.AsSpan((at * 20) + 4))), ((uint)time, (uint)ask));
        }
    }

    [Fact]
    public async Task A_past_that_is_changed_differs_in_its_first_price_alone()
    {
        await using var provider = await DukascopySimulator.Start();
        using var asker = new Asker(provider);
        var before = await asker.Json("/v1/ticks/EUR-USD/2024/3/6/10");
        provider.Faults.Arm(FaultKind.ChangedPast, value: 3);
        var after = await asker.Json("/v1/ticks/EUR-USD/2024/3/6/10");
        Assert.Equal((decimal)before["bid"]! + 0.00003m, (decimal)after["bid"]!);
        Assert.Equal((long)before["bids"]![1]! - 3, (long)after["bids"]![1]!);
        Assert.Equal(before["times"]!.ToJsonString(), after["times"]!.ToJsonString());
        provider.Faults.Clear();
        Assert.Equal(before.ToJsonString(), (await asker.Json("/v1/ticks/EUR-USD/2024/3/6/10")).ToJsonString());
    }
}
