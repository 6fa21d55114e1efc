using System.Buffers.Binary;
using System.Text;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests.Notebooks.Workers;

/// <summary>What goes over the pipe between a door and its worker.</summary>
public sealed class FrameTests
{
    static readonly CellResult Rich = new(
        CellStatus.Failed, 7, MimeBundle.Html("<b>1 & 2</b>", "1 & 2") with { RunIds = ["r-1", "r-2"], IsStale = true },
        new CellError("CS0103", "no \"such\" name\n", 3, 4, ["first", "second"]), ["x", "größe", "名"], 0.25);

    static readonly Frame[] Known =
    [
        new ExecuteFrame(1, new CellRequest("var x = \"é\\n😀\";") { Language = "markdown", CellId = "a-1", Notebook = "b/c.ipynb", IsSilent = true }),
        new ExecuteFrame(long.MaxValue, new CellRequest("")),
        new InterruptFrame(2),
        new AskFrame(3, Question.Signatures, "Math.Max(", 9),
        new ReadyFrame(),
        new BegunFrame(4),
        new StreamFrame(StreamName.Error, "\0\u001b[31mred\u2028"),
        new DisplayFrame(MimeBundle.Of(("application/json", "{\"a\":1}")), "bar"),
        new DisplayFrame(MimeBundle.Plain(""), null),
        new UpdateFrame("bar", MimeBundle.Plain("b")),
        new ClearFrame(true),
        new ResultFrame(5, Rich),
        new ResultFrame(6, new CellResult(CellStatus.Ok, 1, null, null, [], 0)),
        new AnswerFrame(7, Question.Complete, new Completions(1, 2, [new CompletionItem("Max", "method", "int Max(int, int)")])),
        new AnswerFrame(8, Question.Inspect, MimeBundle.Plain("int")),
        new AnswerFrame(9, Question.Inspect, null),
        new AnswerFrame(10, Question.Signatures, new SignatureHelp(["a", "b"], 1, 0)),
        new AnswerFrame(11, Question.Signatures, null),
        new AnswerFrame(12, Question.Diagnose, new[] { new CellDiagnostic("CS1002", "; expected", true, 1, 2, 3, 4) }),
        new AnswerFrame(13, Question.IsComplete, false),
        new LeavingFrame(-3),
    ];

    [Fact]
    public void Every_kind_of_frame_comes_out_as_it_went_in()
    {
        Assert.Equal(typeof(Frame).Assembly.GetTypes().Count(type => type.IsSubclassOf(typeof(Frame))), Known.DistinctBy(frame => frame.GetType()).Count());
        var pipe = new MemoryStream();
        var writer = new FrameStream(pipe);
        Array.ForEach(Known, writer.Write);
        pipe.Position = 0;
        var reader = new FrameStream(pipe);

        foreach (var frame in Known)
        {
            Assert.Equivalent(frame, FrameReader.Read(reader.Read()!), strict: true);
        }

        Assert.Null(reader.Read());
    }

    [Fact]
    public void A_kind_from_a_newer_program_is_ignored() =>
        Assert.Null(FrameReader.Read("""{"kind":"applause","id":1,"volume":11}"""u8.ToArray()));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"kind":7}""")]
    [InlineData("""{"kind":"execute","id":1}""")]
    [InlineData("""{"kind":"execute","id":"x","code":""}""")]
    [InlineData("""{"kind":"stream","name":2,"text":""}""")]
    [InlineData("""{"kind":"stream","name":0,"text":null}""")]
    [InlineData("""{"kind":"stream","name":0,"text":"\ud800"}""")]
    [InlineData("""{"kind":"interrupt","id":1e99}""")]
    public void What_is_no_frame_is_said_to_be_none(string text) =>
        Assert.Throws<InvalidDataException>(() => FrameReader.Read(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void A_length_that_cannot_be_is_refused_before_memory_is_taken(int length)
    {
        var head = new byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(head, length);

        Assert.Throws<InvalidDataException>(() => new FrameStream(new MemoryStream(head)).Read());
    }

    [Fact]
    public void A_frame_that_is_too_long_is_refused_and_the_next_one_goes_through()
    {
        var pipe = new MemoryStream();
        var frames = new FrameStream(pipe);

        Assert.Throws<InvalidDataException>(() => frames.Write(new StreamFrame(StreamName.Out, new string('x', FrameStream.MostBytes))));
        frames.Write(new BegunFrame(1));

        pipe.Position = 0;
        Assert.Equal(new BegunFrame(1), FrameReader.Read(new FrameStream(pipe).Read()!));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Damaged_bytes_give_frames_an_end_or_a_clear_error_and_nothing_else(int seed)
    {
        var whole = Wire();
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++)
        {
            var bytes = whole[..random.Next(whole.Length + 1)];
            for (var hits = bytes.Length == 0 ? 0 : random.Next(1, 8); hits > 0; hits--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var error = Record.Exception(() => ReadAll(bytes));
            Assert.True(error is null or InvalidDataException, $"seed {seed}, round {round}: {error}");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Any_text_survives_but_for_halves_of_pairs(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(200)).Select(_ => (char)(random.Next(3) == 0 ? random.Next(0xD700, 0xE100) : random.Next(0x300)))]);
            var pipe = new MemoryStream();
            new FrameStream(pipe).Write(new StreamFrame(StreamName.Out, text));
            pipe.Position = 0;

            var back = Assert.IsType<StreamFrame>(FrameReader.Read(new FrameStream(pipe).Read()!));

            Assert.True(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == back.Text, $"seed {seed}, round {round}");
        }
    }

    static byte[] Wire()
    {
        var pipe = new MemoryStream();
        var writer = new FrameStream(pipe);
        Array.ForEach(Known, writer.Write);
        return pipe.ToArray();
    }

    static void ReadAll(byte[] bytes)
    {
        var frames = new FrameStream(new MemoryStream(bytes));
        while (frames.Read() is { } frame)
        {
            FrameReader.Read(frame);
        }
    }
}
