package footnote.answer;

import static org.assertj.core.api.Assertions.assertThat;

import footnote.answer.AccountRequest.Happening;
import footnote.answer.AccountRequest.Overview;
import footnote.answer.AccountRequest.Statements;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRequestTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tell me about the call | the call",
                "And please tell us more about the call! | the call",
                "Can you summarize the talks in Geneva? | the talks in Geneva",
                "summarise Russia's demands | Russia's demands",
                "Give me a short overview of the sanctions. | the sanctions",
                "What do we know about the negotiations? | the negotiations",
                "What's the latest news on the bridge? | the bridge",
                "Explain the Inflation Reduction Act | the Inflation Reduction Act",
                "Describe the fire, according to the article | the fire",
                "List the demands | the demands"
            })
    void knowsWhatAnOverviewIsWantedOf(String question, String topic) {
        assertThat(AccountRequest.of(question)).contains(new Overview(topic));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Summarise the article",
                "What is this about?",
                "What's the article about?",
                "What are these documents all about?",
                "Please summarise it for me.",
                "Give me a summary of all the documents",
                "What are the main points of the story?",
                "Tell me about everything"
            })
    void knowsWhenItIsWantedOfAllThereIs(String question) {
        assertThat(AccountRequest.of(question)).contains(new Overview(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What did Biden say to Putin? | Biden | Putin",
                "What did the mayor say about the bridge? | the mayor | the bridge",
                "In 2004, what had Ada Berg said? | Ada Berg | ''",
                "what does the White House claim | the White House | ''"
            })
    void knowsWhoseWordsAreWanted(String question, String speaker, String topic) {
        assertThat(AccountRequest.of(question)).contains(new Statements(speaker, topic));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"What happened to the bridge? | the bridge", "what happened on Thursday | on Thursday"})
    void knowsWhatCameToPass(String question, String topic) {
        assertThat(AccountRequest.of(question)).contains(new Happening(topic));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who asked for the call?",
                "Why did the bridge close?",
                "How did it happen?",
                "Explain why the bridge closed",
                "What did they say about it?",
                "What did Russia publish?",
                "What is the capital of France?",
                "Is this about Ukraine?",
                ""
            })
    void leavesOtherQuestionsAlone(String question) {
        assertThat(AccountRequest.of(question)).isEmpty();
    }
}
