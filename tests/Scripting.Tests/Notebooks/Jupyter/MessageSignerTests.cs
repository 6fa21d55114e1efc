using System.Text;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests.Notebooks.Jupyter;

public sealed class MessageSignerTests
{
    [Fact]
    public void A_signature_is_that_of_RFC_4231_whatever_parts_the_text_comes_in()
    {
        var signer = new MessageSigner("Jefe");
        var parts = new[] { "what do ", "ya want ", "", "for nothing?" }.Select(Encoding.UTF8.GetBytes).ToArray();

        Assert.Equal("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", Encoding.ASCII.GetString(signer.Sign(parts)));
        Assert.True(signer.IsRight(signer.Sign(parts), parts));
    }

    [Fact]
    public void Another_key_another_text_and_a_cut_signature_are_wrong()
    {
        var signer = new MessageSigner("Jefe");
        byte[][] parts = ["{}"u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray()];
        var signature = signer.Sign(parts);

        Assert.False(new MessageSigner("jefe").IsRight(signature, parts));
        Assert.False(signer.IsRight(signature, [.. parts[..3], "{ }"u8.ToArray()]));
        Assert.False(signer.IsRight(signature[..63], parts));
        Assert.False(signer.IsRight([], parts));
    }

    [Fact]
    public void Without_a_key_nothing_is_signed_and_all_is_right()
    {
        Assert.Empty(new MessageSigner("").Sign("a"u8.ToArray()));
        Assert.True(new MessageSigner("").IsRight("anything"u8.ToArray(), "a"u8.ToArray()));
    }
}
