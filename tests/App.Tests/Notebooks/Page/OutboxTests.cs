using System.Text.Json.Nodes;

namespace Workbench.App.Tests.Notebooks.Page;

/// <summary>A page that reads slowly holds up no cell and no memory.</summary>
public sealed class OutboxTests
{
    readonly Outbox outbox = new();

    [Fact]
    public async Task Printed_text_is_joined_while_it_waits()
    {
        for (var i = 0; i < 100_000; i++)
        {
            outbox.Post(PageEvent.Stream("c1", "stdout", "x"));
        }

        Assert.Equal(100_000, (await Next())["text"]!.GetValue<string>().Length);
        Assert.False(outbox.IsFull);
    }

    [Fact]
    public async Task Of_a_display_that_changes_the_newest_state_is_told()
    {
        for (var i = 1; i <= 50; i++)
        {
            outbox.Post(PageEvent.Update("bar", new JsonObject { ["text/plain"] = i }, []));
        }

        outbox.Post(PageEvent.Of("started", "c2"));
        Assert.Equal(50, (await Next())["data"]!["text/plain"]!.GetValue<int>());
        Assert.Equal("started", (await Next())["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_order_of_different_things_is_kept()
    {
        outbox.Post(PageEvent.Stream("c1", "stdout", "a"));
        outbox.Post(PageEvent.Stream("c1", "stderr", "b"));
        outbox.Post(PageEvent.Stream("c1", "stdout", "\"c\"\n"));

        Assert.Equal(["a", "b", "\"c\"\n"], [(await Next())["text"]!.GetValue<string>(), (await Next())["text"]!.GetValue<string>(), (await Next())["text"]!.GetValue<string>()]);
    }

    [Fact]
    public void A_page_that_never_reads_is_cut_off()
    {
        for (var i = 0; i < 10_000; i++)
        {
            outbox.Post(PageEvent.Of("started", "c1"));
        }

        Assert.True(outbox.IsFull);
    }

    async Task<JsonNode> Next() => JsonNode.Parse(await outbox.Take(CancellationToken.None))!;
}
