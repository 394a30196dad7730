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
  it('takes icons, required widgets, validations and choices with pictures as the platform names them', async () => {
    const icon = 'CardService.newMaterialIcon().setName("bolt").setFill(true).setWeight(400).setGrade(0)';
    const action = 'CardService.newAction().setFunctionName("send").addRequiredWidget("mail").addRequiredWidget("people").setAllWidgetsAreRequired(false)';
    const widgets = `CardService.newCardSection()
      .addWidget(CardService.newDecoratedText().setText("t").setIcon(CardService.Icon.CAR).setIconAltText("car").setStartIcon(CardService.newIconImage().setMaterialIcon(${icon})))
      .addWidget(CardService.newTextInput().setFieldName("mail").setValidation(CardService.newValidation().setCharacterLimit("10").setInputType(CardService.InputType.EMAIL)))
      .addWidget(CardService.newSelectionInput().setFieldName("people").setType(CardService.SelectionInputType.MULTI_SELECT).addMultiSelectItem("Li", "li", false, "https://example.com/li.png", "engineer").setMultiSelectMinQueryLength(1))
      .addWidget(CardService.newSelectionInput().setFieldName("parts").setType(CardService.SelectionInputType.MULTI_SELECT).setExternalDataSource(CardService.newAction().setFunctionName("find")))
      .addWidget(CardService.newImageButton().setMaterialIcon(${icon}).setOnClickAction(${action}))
      .addWidget(CardService.newTextButton().setText("in").setAuthorizationAction(CardService.newAuthorizationAction().setAuthorizationUrl("https://example.com/in")))`;
    const materialIcon = { name: 'bolt', fill: true, weight: 400, grade: 0 };
    expect(await evaluate(card(`.addSection(${widgets})`))).toEqual({ sections: [{ widgets: [
      { decoratedText: { text: 't', icon: { knownIcon: 'CAR', altText: 'car' }, startIcon: { materialIcon } } },
      { textInput: { name: 'mail', validation: { characterLimit: 10, inputType: 'EMAIL' } } },
      { selectionInput: { name: 'people', type: 'MULTI_SELECT', items: [{ text: 'Li', value: 'li', selected: false, startIconUri: 'https://example.com/li.png', bottomText: 'engineer' }], multiSelectMinQueryLength: 1 } },
      { selectionInput: { name: 'parts', type: 'MULTI_SELECT', externalDataSource: { function: 'find' } } },
      { imageButton: { materialIcon, onClick: { action: { function: 'send', requiredWidgets: ['mail', 'people'], allWidgetsAreRequired: false } } } },
      { button: { text: 'in', onClick: { authorizationAction: { authorizationUrl: 'https://example.com/in' } } } },
    ] }] });
    expect(await evaluate('JSON.parse(CardService.newNavigation().popToNamedCard("one").printJson())')).toEqual({ navigations: [{ popToCard: 'one' }] });
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
    ['asks for consent at a script', of({ button: { onClick: { authorizationAction: { authorizationUrl: 'javascript:1' } } } }), ['card.sections[0].widgets[0].button.onClick.authorizationAction has no address']],
    ['has nothing to choose from', of({ selectionInput: { name: 'a', type: 'DROPDOWN' } }), ['widget 1 of section 1, selectionInput, has no items']],
    ['has three columns', of({ grid: { items: [{}], columnCount: 3 } }), ['widget 1 of section 1, grid, may have one or two columns']],
  ])('%s', (_title, json, problems) => {
    expect(cardProblems(json)).toEqual(problems);
  });
});
