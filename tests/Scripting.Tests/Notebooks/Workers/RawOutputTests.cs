using System.Text;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests.Notebooks.Workers;

/// <summary>What a worker's process prints past the notebook's own output.</summary>
public sealed class RawOutputTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Marks_are_found_and_nothing_else_is_lost_however_the_bytes_come(int seed)
    {
        var random = new Random(seed);
        var (sent, expected) = (new MemoryStream(), new StringBuilder());
        for (var piece = 0; piece < 200; piece++)
        {
            // Also what begins like a mark and is none.
            var text = random.Next(3) == 0 ? Encoding.ASCII.GetString(CellEnd.Mark)[..random.Next(CellEnd.Mark.Length - 1)] : new string('é', random.Next(40)) + "\n";
            expected.Append(text);
            sent.Write(Encoding.UTF8.GetBytes(text));
            if (random.Next(5) == 0)
            {
                sent.Write(CellEnd.Mark);
            }
        }

        var heard = new StringBuilder();
        var raw = new RawOutput(new Crumbs(sent.ToArray(), random), int.MaxValue, null, text => heard.Append(text));
        await raw.Closed;

        Assert.True(expected.ToString() == heard.ToString(), $"seed {seed}");
    }

    [Theory]
    [InlineData("fine\nStack overflow.\nRepeat 10 times:\n", "fine\n", "Stack overflow.\nRepeat 10 times:\n")]
    [InlineData("Out of memory, says my cat.", "Out of memory, says my cat.", "")]
    [InlineData("not at a line's start: Stack overflow.\n", "not at a line's start: Stack overflow.\n", "")]
    [InlineData("Stack over", "", "")]
    public void Last_words_are_held_back_however_the_text_comes(string text, string shown, string words)
    {
        for (var size = 1; size <= text.Length; size++)
        {
            var last = new LastWords();
            var said = string.Concat(text.Chunk(size).Select(chunk => last.Take(new string(chunk))));

            Assert.Equal((shown, words), (said, last.Text));
            Assert.Equal(text, said + last.Release());
            Assert.Equal("next", last.Take("next"));
        }
    }

    /// <summary>Bytes that come in pieces of all sizes.</summary>
    sealed class Crumbs(byte[] bytes, Random random) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, random.Next(1, 30)));
    }
}
