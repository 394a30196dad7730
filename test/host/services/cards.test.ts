import { cardProblems, type Json } from '../../../host/services/card/card-check';
import { cleanUp, evaluate } from '../kernel/fixture';

afterAll(cleanUp);

const section = 'CardService.newCardSection().addWidget(CardService.newTextParagraph().setText("hello"))';
const card = (rest: string): string => `JSON.parse(CardService.newCardBuilder()${rest}.build().printJson())`;

describe('CardService', () => {
  it('builds a card as JSON', async () => {
    const action = 'CardService.newAction().setFunctionName("approve").setParameters({ order: "DO-1" }).setLoadIndicator(CardService.LoadIndicator.SPINNER)';
    const widgets = `CardService.newCardSection().setHeader("Order").addWidget(CardService.newDecoratedText().setTopLabel("Customer").setText("Li").setStartIcon(CardService.newIconImage().setIcon(CardService.Icon.PERSON)))
      .addWidget(CardService.newSelectionInput().setFieldName("level").setType(CardService.SelectionInputType.DROPDOWN).addItem("A", "a", true))
      .addWidget(CardService.newButtonSet().addButton(CardService.newTextButton().setText("Approve").setOnClickAction(${action})).addButton(CardService.newTextButton().setText("Open").setOpenLink(CardService.newOpenLink().setUrl("https://example.com/x"))))`;
    expect(await evaluate(card(`.setName("order").setHeader(CardService.newCardHeader().setTitle("DO-1")).addSection(${widgets})`))).toEqual({
      name: 'order',
      header: { title: 'DO-1' },
      sections: [{
        header: 'Order',
        widgets: [
          { decoratedText: { topLabel: 'Customer', text: 'Li', startIcon: { knownIcon: 'PERSON' } } },
          { selectionInput: { name: 'level', type: 'DROPDOWN', items: [{ text: 'A', value: 'a', selected: true }] } },
          { buttonList: { buttons: [
            { text: 'Approve', onClick: { action: { function: 'approve', parameters: [{ key: 'order', value: 'DO-1' }], loadIndicator: 'SPINNER' } } },
            { text: 'Open', onClick: { openLink: { url: 'https://example.com/x' } } },
          ] } },
        ],
      }],
    });
  });
  it('answers actions with navigation and a notice', async () => {
    const answer = `JSON.parse(CardService.newActionResponseBuilder().setNotification(CardService.newNotification().setText("done")).setNavigation(CardService.newNavigation().popToRoot().updateCard(CardService.newCardBuilder().addSection(${section}).build())).setStateChanged(true).build().printJson())`;
    expect(await evaluate(answer)).toEqual({ renderActions: { action: { notification: { text: 'done' }, navigations: [{ popToRoot: true }, { updateCard: { sections: [{ widgets: [{ textParagraph: { text: 'hello' } }] }] } }] } }, stateChanged: true });
  });
  it.each([
    ['numbers as parameters', 'CardService.newAction().setParameters({ order: 1 })', "don't match the method signature for CardService.Action.setParameters"],
    ['what is no widget', 'CardService.newCardSection().addWidget(CardService.newAction())', "don't match the method signature for CardService.CardSection.addWidget"],
    ['a value of another enum', 'CardService.newOpenLink().setOpenAs(CardService.OnClose.RELOAD_ADD_ON)', "don't match the method signature for CardService.OpenLink.setOpenAs"],
    ['a card without sections', 'CardService.newCardBuilder().build()', 'Invalid card: the card has no section.'],
    ['101 sections', `(function () { var builder = CardService.newCardBuilder(); for (var i = 0; i < 101; i++) builder.addSection(${section}); return builder.build(); })()`, 'Invalid card: the card has 101 sections, of 100 at most.'],
    ['101 widgets', `(function () { var one = CardService.newCardSection(); for (var i = 0; i < 101; i++) one.addWidget(CardService.newTextParagraph().setText("x")); return CardService.newCardBuilder().addSection(one).build(); })()`, 'section 1 has 101 widgets, of 100 at most'],
    ['an input without a name', 'CardService.newCardBuilder().addSection(CardService.newCardSection().addWidget(CardService.newTextInput().setTitle("x"))).build()', 'widget 1 of section 1, textInput, has no name'],
    ['a button that does nothing', 'CardService.newCardBuilder().addSection(CardService.newCardSection().addWidget(CardService.newTextButton().setText("x"))).build()', 'button, has no onClick'],
    ['what is not here', 'CardService.newCarousel()', 'NotEmulated: CardService.newCarousel'],
  ])('refuses %s', async (_title, expression, message) => {
    await expect(evaluate(expression)).rejects.toThrow(message);
  });
});

describe('a card that came as JSON', () => {
  const of = (widget: Json): Json => ({ sections: [{ widgets: [widget] }] });
  it.each<[string, Json, readonly string[]]>([
    ['is fine', of({ textParagraph: { text: 'x' } }), []],
    ['has a widget of no kind', of({ hologram: {} }), ['widget 1 of section 1 is of no known kind']],
    ['has a header without a title', { header: {}, sections: [{ widgets: [{ divider: {} }] }] }, ['card.header has no title']],
    ['has parameters that are no strings', of({ button: { onClick: { action: { function: 'f', parameters: [{ key: 'a', value: 1 }] } } } }), ['card.sections[0].widgets[0].button.onClick.action has a parameter a that is no string']],
    ['calls nothing', of({ button: { onClick: { action: {} } } }), ['card.sections[0].widgets[0].button.onClick.action names no function']],
    ['links to a script', of({ button: { onClick: { openLink: { url: 'javascript:alert(1)' } } } }), ['card.sections[0].widgets[0].button.onClick.openLink has no address']],
    ['has three columns', of({ grid: { items: [{}], columnCount: 3 } }), ['widget 1 of section 1, grid, may have one or two columns']],
  ])('%s', (_title, json, problems) => {
    expect(cardProblems(json)).toEqual(problems);
  });
});
